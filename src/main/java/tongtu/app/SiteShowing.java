package tongtu.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongtu.archive.History;
import tongtu.checks.SiteCheck;
import tongtu.document.Finding;
import tongtu.document.Library;
import tongtu.document.Proofreading;
import tongtu.markdown.DocumentFile;
import tongtu.portal.Previews;
import tongtu.portal.PublicSite;
import tongtu.portal.TakeWords;
import tongtu.portal.Takeaway;
import tongtu.preferences.PreferenceSheet;
import tongtu.preferences.Preferences;
import tongtu.publishing.Showing;
import tongtu.search.SearchIndex;
import tongtu.speech.Voicing;
import tongtu.takeaway.Form;

/// What the desk asks of the public site, answered by it.
record SiteShowing(
        PublicSite site,
        Previews previews,
        Takeaway takeaway,
        SearchIndex index,
        History history,
        Path root)
        implements Showing {
    private static final String SPEECH = "朗读";

    @Override
    public String page(DocumentFile candidate, String banner, String as) {
        var page = previews.page(candidate);
        if (page == null) {
            return "";
        }
        var sheet =
                styles(as).isEmpty()
                        ? ""
                        : "<link rel=\"stylesheet\" href=\"/staff/preview.css?as=" + as + "\">\n";
        var words = banner.replace("&", "&amp;").replace("<", "&lt;");
        return page.replace("</head>", sheet + "</head>")
                .replace(
                        "<header>",
                        "<p class=\"heed preview\" role=\"note\"><b>"
                                + words
                                + "</b></p>\n<header>");
    }

    @Override
    public String styles(String as) {
        return switch (as) {
            case "narrow" -> "html{max-inline-size:320px;margin-inline:auto;outline:1px solid}";
            case "contrast" -> PreferenceSheet.css(Preferences.of("scheme-yellow"), "");
            default -> "";
        };
    }

    @Override
    public List<String> heard(DocumentFile candidate) {
        return previews.heard(candidate);
    }

    @Override
    public List<BrailleLine> braille(DocumentFile candidate) {
        return previews.braille(candidate).stream()
                .map(line -> new BrailleLine(line.words(), line.cells()))
                .toList();
    }

    @Override
    public @Nullable FormFile file(DocumentFile candidate, String name) throws IOException {
        var document = candidate.parsed().document();
        var form = Form.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        var made = previews.file(candidate, form);
        return made == null || document == null
                ? null
                : new FormFile(made.file(), form.type(), form.file(document.slug()));
    }

    @Override
    public Readiness prepare(DocumentFile candidate, List<Proofreading.Proof> proofs) {
        var prepared = previews.prepare(candidate, proofs);
        var states = new ArrayList<FormState>();
        if (prepared == null) {
            return new Readiness(states);
        }
        for (var form : Form.values()) {
            var made = prepared.files().get(form);
            states.add(
                    new FormState(
                            TakeWords.CHINESE.name(form),
                            "files",
                            made == null
                                    ? Progress.MAKING
                                    : made ? Progress.READY : Progress.FAILED));
        }
        states.add(speech(prepared.speech(), Progress.MAKING));
        return new Readiness(states);
    }

    private static FormState speech(Voicing.Progress progress, Progress missing) {
        if (!progress.isKnown()) {
            return new FormState(SPEECH, "speech", Progress.ABSENT);
        }
        boolean isWhole = progress.done() == progress.all();
        boolean hasFailed = !isWhole && progress.isComplete();
        return new FormState(
                SPEECH + (isWhole ? "" : "（" + progress.all() + " 段里好了 " + progress.done() + " 段）"),
                "speech",
                isWhole ? Progress.READY : hasFailed ? Progress.FAILED : missing);
    }

    @Override
    public void show(Set<Path> files) throws IOException, InterruptedException {
        history.refresh();
        site.refresh(
                files,
                library -> {
                    index.update(library);
                    index.await();
                });
    }

    @Override
    public @Nullable Library library() {
        return site.library();
    }

    @Override
    public List<Finding> check(DocumentFile candidate) {
        var findings = new ArrayList<>(candidate.parsed().findings());
        var content = site.content();
        var document = candidate.parsed().document();
        if (content != null && document != null) {
            var file = document.path() + ".md";
            try {
                SiteCheck.of(content.with(candidate, List.of()), root).stream()
                        .filter(finding -> finding.file().equals(file))
                        .forEach(findings::add);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return findings.stream().distinct().sorted(Finding.BY_PLACE).toList();
    }

    @Override
    public List<Finding> findings() {
        var content = site.content();
        if (content == null) {
            return List.of();
        }
        var findings = new ArrayList<>(content.findings());
        try {
            findings.addAll(SiteCheck.of(content, root));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return findings;
    }

    @Override
    public List<Shown> forms() {
        var shown = new ArrayList<Shown>();
        var library = site.library();
        if (library == null) {
            return shown;
        }
        var speech = previews.speech();
        try {
            takeaway.matrix()
                    .forEach((path, states) -> {
                        var document = library.atPath(path);
                        var forms = new ArrayList<FormState>();
                        var each = states.iterator();
                        for (var form : Form.values()) {
                            forms.add(
                                    new FormState(
                                            TakeWords.CHINESE.name(form),
                                            "files",
                                            progress(each.next())));
                        }
                        forms.add(
                                speech(
                                        speech.getOrDefault(
                                                path, new Voicing.Progress(0, 0, 0, false)),
                                        Progress.MISSING));
                        shown.add(
                                new Shown(
                                        path,
                                        document == null ? path : document.title(),
                                        new Readiness(forms)));
                    });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return shown;
    }

    private static Progress progress(String state) {
        return switch (state) {
            case "+" -> Progress.READY;
            case "!" -> Progress.FAILED;
            case "~" -> Progress.STALE;
            default -> Progress.MISSING;
        };
    }
}
