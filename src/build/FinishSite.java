import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finishes the pages that Maven's site plugin has rendered: anchors, links, and what the search looks through.
///
/// Headings get the anchors that code hosts give them (`## What is read` is `#what-is-read`), so that a link works in the
/// Markdown and on the site. `js/sections.js` gets each section's words. A link to a page, a picture or an anchor that is
/// not there ends the build.
///
/// Pages that stand elsewhere in the project belong to the site, too: `gather` copies them, and links to them are turned.
///
/// Usage: `java FinishSite.java gather PROJECT FOLDER` before the pages are rendered, `java FinishSite.java finish SITE` after it.
/// The status is 1 when a link leads nowhere; each is told in a line.
public final class FinishSite {
    private static final Pattern HEADING = Pattern.compile("<h([1-4])>(.*?)</h\\1>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("(?:id|name)=\"([^\"]+)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern MAIN = Pattern.compile("<main[^>]*>(.*)</main>", Pattern.DOTALL);

    /// Pages of the project outside of the site, and their names in it.
    private static final Map<String, String> ELSEWHERE = Map.of("samples/README", "samples", "CONTRIBUTING", "contributing");

    private FinishSite() {
    }

    public static void main(String... args) throws IOException {
        if (args[0].equals("gather")) {
            gather(Path.of(args[1]), Path.of(args[2]));
        } else {
            finish(Path.of(args[1]).toAbsolutePath().normalize());
        }
    }

    private static void gather(Path project, Path folder) throws IOException {
        Path markdown = Files.createDirectories(folder.resolve("markdown"));
        for (Map.Entry<String, String> page : ELSEWHERE.entrySet()) {
            String text = Files.readString(project.resolve(page.getKey() + ".md"));
            Files.writeString(markdown.resolve(page.getValue() + ".md"), text.replaceAll("\\]\\((?:\\.\\./)*src/site/markdown/", "]("));
        }
        Path resources = folder.resolve("resources");
        Path pictures = Files.createDirectories(resources.resolve("samples"));
        try (Stream<Path> samples = Files.list(project.resolve("samples"))) {
            for (Path sample : samples.filter(file -> file.toString().endsWith(".jpg")).toList()) {
                Files.copy(sample, pictures.resolve(sample.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(project.resolve("LICENSE"), resources.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void finish(Path site) throws IOException {
        Map<Path, String> pages = new TreeMap<>();
        for (Path file : pages(site)) {
            String page = withAnchors(turned(Files.readString(file)));
            Files.writeString(file, page);
            pages.put(file, page);
        }
        Files.createDirectories(site.resolve("js"));
        Files.writeString(site.resolve("js/sections.js"), "window.hadamaskSections = " + sections(site, pages) + ";\n");
        List<String> broken = broken(pages);
        broken.forEach(System.err::println);
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    /// The pages of the site without the documentation of the classes, which has a search of its own.
    private static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !site.relativize(file).startsWith("apidocs")).sorted().toList();
        }
    }

    private static String turned(String page) {
        String turned = page.replaceAll("src=\"\\.\\./((?:\\.\\./)*)resources/", "src=\"$1")
                .replaceAll("src=\"\\.\\./\\.\\./\\.\\./((?:\\.\\./)*)samples/", "src=\"$1samples/");
        for (Map.Entry<String, String> elsewhere : ELSEWHERE.entrySet()) {
            turned = turned.replaceAll("href=\"\\.\\./\\.\\./\\.\\./((?:\\.\\./)*)" + elsewhere.getKey() + "\\.html",
                    "href=\"$1" + elsewhere.getValue() + ".html");
        }
        return turned;
    }

    private static String withAnchors(String page) {
        Set<String> taken = new HashSet<>();
        return HEADING.matcher(page).replaceAll(heading -> {
            String slug = slug(text(heading.group(2)));
            String id = slug;
            for (int again = 1; !taken.add(id); again++) {
                id = slug + "-" + again;
            }
            return Matcher.quoteReplacement("<h" + heading.group(1) + " id=\"" + id + "\">" + heading.group(2)
                    + "</h" + heading.group(1) + ">");
        });
    }

    private static String slug(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private static String text(String html) {
        return TAG.matcher(html).replaceAll("").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#x27;", "'").replace("&#39;", "'").replace("&#x2026;", "…").replace("&amp;", "&")
                .replaceAll("\\s+", " ").strip();
    }

    /// A JSON array of all sections: where, which page, which heading, which words.
    private static String sections(Path site, Map<Path, String> pages) {
        List<String> sections = new ArrayList<>();
        pages.forEach((file, page) -> {
            Matcher main = MAIN.matcher(page);
            if (main.find()) {
                String body = main.group(1);
                String title = "";
                Matcher heading = Pattern.compile("<h([1-4]) id=\"([^\"]*)\">(.*?)</h\\1>", Pattern.DOTALL).matcher(body);
                while (heading.find()) {
                    Matcher next = Pattern.compile("<h[1-4] id=").matcher(body);
                    int end = next.find(heading.end()) ? next.start() : body.length();
                    title = title.isEmpty() ? text(heading.group(3)) : title;
                    Map<String, String> section = new LinkedHashMap<>();
                    section.put("where", site.relativize(file).toString().replace('\\', '/') + "#" + heading.group(2));
                    section.put("page", title);
                    section.put("heading", text(heading.group(3)));
                    section.put("words", text(body.substring(heading.end(), end)));
                    sections.add(json(section));
                }
            }
        });
        return "[\n" + String.join(",\n", sections) + "\n]";
    }

    private static String json(Map<String, String> object) {
        List<String> members = new ArrayList<>();
        object.forEach((name, value) -> members.add("\"" + name + "\":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"")
                .replaceAll("\\p{Cntrl}", " ").replace("<", "\\u003c") + "\""));
        return "{" + String.join(",", members) + "}";
    }

    private static List<String> broken(Map<Path, String> pages) {
        List<String> broken = new ArrayList<>();
        pages.forEach((file, page) -> {
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                String target = link.group(1);
                if (!target.isEmpty() && !target.matches("[a-z]+:.*") && !leadsSomewhere(file, target, pages)) {
                    broken.add(file.getFileName() + ": nothing is at " + target);
                }
            }
        });
        return broken.stream().distinct().toList();
    }

    private static boolean leadsSomewhere(Path from, String target, Map<Path, String> pages) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String anchor = hash < 0 ? "" : target.substring(hash + 1);
        return anchor.isEmpty() || !pages.containsKey(file)
                || ID.matcher(pages.get(file)).results().anyMatch(id -> id.group(1).equals(anchor));
    }
}
