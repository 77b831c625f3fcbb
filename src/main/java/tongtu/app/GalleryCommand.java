package tongtu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongtu.portal.ExportFolder;
import tongtu.portal.Gallery;
import tongtu.web.Assets;
import tongtu.web.Templates;

/// Writes the component gallery.
@Command(
        name = "gallery",
        description = "写出部件样例：每一种页面的每一种样子，给改模板和样式的人看，从 index.html 打开。",
        mixinStandardHelpOptions = true)
final class GalleryCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "文件夹", description = "写到哪里。要是空的、还没有的，或者以前写过的文件夹。")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try {
            var target = new ExportFolder(folder);
            if (!target.isOurs()) {
                err.println("「" + folder + "」里已经有别的东西，没有动它。请换一个空的文件夹。");
                return Main.CANNOT;
            }
            var assets = new Assets(Site.ASSETS);
            int files = Gallery.write(target, assets, new Templates(assets));
            spec.commandLine()
                    .getOut()
                    .println("写了 " + files + " 个文件，从 " + folder.resolve("index.html") + " 打开。");
            return 0;
        } catch (IOException e) {
            err.println("没有写成，原来的文件没有变：" + e + "。请检查磁盘空间和文件夹的权限，再试一次。");
            return Main.CANNOT;
        }
    }
}
