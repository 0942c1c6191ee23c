package hadamask.blackbox;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A Chromium without a window, told what to do over the WebDriver protocol.
final class Browser implements AutoCloseable {
    static final String ARROW_RIGHT = "\ue014";
    static final String ARROW_DOWN = "\ue015";
    static final String ENTER = "\ue007";
    static final String ESCAPE = "\ue00c";

    private static final List<String> ARGUMENTS = List.of("--headless", "--no-sandbox", "--disable-gpu",
            "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String address;
    private String session = "";

    private Browser(Process driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    /// Whether a browser and its driver are on the `PATH`.
    static boolean isInstalled() {
        return binary().isPresent() && onPath("chromedriver").isPresent();
    }

    /// Starts a browser.
    ///
    /// @param profile an empty folder
    static Browser start(Path profile, int width, int height) {
        int port = freePort();
        try {
            Process driver = new ProcessBuilder(onPath("chromedriver").orElseThrow().toString(), "--port=" + port)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Browser browser = new Browser(driver, "http://127.0.0.1:" + port);
            try {
                browser.begin(profile, width, height);
            } catch (RuntimeException e) {
                browser.close();
                throw e;
            }
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> binary() {
        return Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(name -> onPath(name).stream())
                .findFirst();
    }

    private static Optional<Path> onPath(String program) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, program))
                .filter(java.nio.file.Files::isExecutable).findFirst();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(Path profile, int width, int height) {
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--window-size=" + width + "," + height);
        arguments.add("--user-data-dir=" + profile);
        String options = """
                {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:loggingPrefs": {"browser": "ALL"},
                "goog:chromeOptions": {"binary": %s, "args": [%s]}}}}""".formatted(
                quoted(binary().orElseThrow().toString()),
                String.join(", ", arguments.stream().map(Browser::quoted).toList()));
        waitForDriver();
        session = "/session/" + values(send("POST", "/session", options), "sessionId").getFirst();
    }

    private void waitForDriver() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                send("GET", "/status", "");
                return;
            } catch (UncheckedIOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    /// Opens a file.
    void open(Path page) {
        command("POST", "/url", "{\"url\": " + quoted(page.toUri().toString()) + "}");
    }

    /// What an expression of JavaScript has as its value, as text.
    String eval(String expression) {
        String script = "return String(" + expression + ")";
        return values(command("POST", "/execute/sync", "{\"script\": " + quoted(script) + ", \"args\": []}"), "value")
                .getFirst();
    }

    /// Waits until an expression of JavaScript holds.
    void await(String condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!eval("Boolean(" + condition + ")").equals("true")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after 30 seconds this does not hold: " + condition);
            }
            pause();
        }
    }

    /// Presses and releases keys, one after the other.
    void press(String... keys) {
        List<String> actions = new ArrayList<>();
        for (String key : keys) {
            actions.add("{\"type\": \"keyDown\", \"value\": " + quoted(key) + "}");
            actions.add("{\"type\": \"keyUp\", \"value\": " + quoted(key) + "}");
        }
        command("POST", "/actions", "{\"actions\": [{\"type\": \"key\", \"id\": \"keys\", \"actions\": ["
                + String.join(", ", actions) + "]}]}");
    }

    /// Clicks on the middle of an element.
    void click(String selector) {
        drag(selector, 0.5, 0.5);
    }

    /// Presses the mouse on an element and releases it on another place of it, in parts of its width from the left.
    void drag(String selector, double from, double to) {
        dragTo(selector, from, 0.5, to, 0.5);
    }

    /// Presses the mouse on an element and releases it on another place of it, in parts of its width and its height from the top
    /// left.
    void dragTo(String selector, double fromX, double fromY, double toX, double toY) {
        String element = "document.querySelector(" + quoted(selector) + ")";
        eval(element + ".scrollIntoView({block: 'nearest'})");
        String box = element + ".getBoundingClientRect()";
        double left = Double.parseDouble(eval(box + ".left"));
        double top = Double.parseDouble(eval(box + ".top"));
        double width = Double.parseDouble(eval(box + ".width"));
        double height = Double.parseDouble(eval(box + ".height"));
        mouse(left + fromX * width, top + fromY * height, left + toX * width, top + toY * height);
    }

    /// Clicks at a place of the window.
    void clickAt(double x, double y) {
        mouse(x, y, x, y);
    }

    private void mouse(double fromX, double fromY, double toX, double toY) {
        String move = "{\"type\": \"pointerMove\", \"duration\": 50, \"x\": %d, \"y\": %d}";
        String moves = String.format(Locale.ROOT,
                move + ", {\"type\": \"pointerDown\", \"button\": 0}, " + move
                        + ", {\"type\": \"pointerUp\", \"button\": 0}",
                Math.round(fromX), Math.round(fromY), Math.round(toX), Math.round(toY));
        command("POST", "/actions", "{\"actions\": [{\"type\": \"pointer\", \"id\": \"mouse\", \"actions\": [" + moves
                + "]}]}");
    }

    /// Sets the size of the page's window, which may be smaller than a window of the system, and whether the user likes dark
    /// pages.
    void show(int width, int height, String scheme) {
        emulate("Emulation.setDeviceMetricsOverride", String.format(Locale.ROOT,
                "{\"width\": %d, \"height\": %d, \"deviceScaleFactor\": 1, \"mobile\": false}", width, height));
        emulate("Emulation.setEmulatedMedia", "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": "
                + quoted(scheme) + "}]}");
    }

    private void emulate(String method, String parameters) {
        command("POST", "/goog/cdp/execute", "{\"cmd\": " + quoted(method) + ", \"params\": " + parameters + "}");
    }

    /// Takes a picture of what is seen, and keeps it below `target/screenshots` to be looked at.
    byte[] screenshot(String name) {
        byte[] png = Base64.getDecoder().decode(values(command("GET", "/screenshot", ""), "value").getFirst());
        Files.write(pictures().resolve(name + ".png"), png);
        return png;
    }

    private static Path pictures() {
        Path folder = Launched.PROJECT.resolve("target/screenshots");
        try {
            return java.nio.file.Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Prints the page on A4, and keeps it below `target/screenshots` to be looked at.
    ///
    /// @return a PDF
    byte[] print(String name) {
        String paper = "{\"page\": {\"width\": 21, \"height\": 29.7}, \"shrinkToFit\": false}";
        byte[] pdf = Base64.getDecoder().decode(values(command("POST", "/print", paper), "value").getFirst());
        Files.write(pictures().resolve(name + ".pdf"), pdf);
        return pdf;
    }

    /// Lets the page be laid out as for paper of that width, or for a screen again.
    ///
    /// @param medium `print`, or nothing
    void medium(String medium) {
        emulate("Emulation.setEmulatedMedia", "{\"media\": " + quoted(medium) + "}");
    }

    /// Lets the page save files into a folder.
    void saveTo(Path folder) {
        emulate("Browser.setDownloadBehavior", "{\"behavior\": \"allow\", \"downloadPath\": "
                + quoted(folder.toString()) + "}");
    }

    /// What the console says since it was last asked.
    List<String> console() {
        return values(command("POST", "/se/log", "{\"type\": \"browser\"}"), "message");
    }

    @Override
    public void close() {
        try {
            if (!session.isEmpty()) {
                command("DELETE", "", "");
            }
        } finally {
            driver.destroy();
            client.close();
        }
    }

    private String command(String method, String path, String body) {
        return send(method, session + path, body);
    }

    private String send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(method + " " + path + ": " + values(response.body(), "message"));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The texts that a property has, wherever it stands.
    private static List<String> values(String json, String property) {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && property.equals(parser.currentName())) {
                    values.add(parser.getString());
                }
            }
        }
        return values;
    }

    private static String quoted(String text) {
        StringWriter quoted = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), quoted)) {
            json.writeString(text);
        }
        return quoted.toString();
    }
}
