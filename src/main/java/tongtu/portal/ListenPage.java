package tongtu.portal;

import java.util.List;
import tongtu.web.View;

/// The page of a document's sound: how far it is, files to take along, how words are read. Without
/// script this is how a page is heard.
public record ListenPage(
        Frame frame,
        ListenWords words,
        String title,
        String document,
        Frame.PlaceLink back,
        String state,
        boolean isMute,
        String sound,
        String captions,
        List<Download> downloads,
        List<Section> sections,
        List<Frame.PlaceLink> more)
        implements View {
    public ListenPage {
        downloads = List.copyOf(downloads);
        sections = List.copyOf(sections);
        more = List.copyOf(more);
    }

    /// A file to take along; `size` in words, empty when it is not made yet.
    public record Download(String address, String text, String size) {}

    /// A section's files, and where it stands on the document's page.
    public record Section(String title, String address, List<Download> downloads) {
        public Section {
            downloads = List.copyOf(downloads);
        }
    }

    /// With everything, and where nobody can speak yet.
    static List<ListenPage> examples() {
        var frame = Frame.examples().getLast();
        var back = new Frame.PlaceLink("/policies/example", "示例县残疾人保障办法", false, "");
        var file = new Download("/speech/policies/example/all.mp3", "MP3", "3.2 MB");
        return List.of(
                new ListenPage(
                        frame,
                        ListenWords.CHINESE,
                        "听：示例县残疾人保障办法",
                        "示例县残疾人保障办法",
                        back,
                        "声音都准备好了，全长 6 分 40 秒。",
                        false,
                        "/speech/policies/example/all.mp3",
                        "/speech/policies/example/all.vtt",
                        List.of(file),
                        List.of(new Section("第一章 总则", "/policies/example#a2b3c4d5", List.of(file))),
                        List.of(
                                new Frame.PlaceLink(
                                        "/speech/policies/example/readings", "读法", false, ""))),
                new ListenPage(
                        frame,
                        ListenWords.CHINESE,
                        "听：示例页",
                        "示例页",
                        back,
                        "现在没有声音可用。",
                        true,
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of()));
    }
}
