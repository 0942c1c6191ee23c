package hadamask.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The search of the site, which `mvn site` made, in a browser: `mvn verify -Dit.test=SiteInBrowserIT -Dsite=target/site`.
@EnabledIfSystemProperty(named = "site", matches = ".+", disabledReason = "the site is made by mvn site")
class SiteInBrowserIT {
    private static final Path SITE = Launched.PROJECT.resolve(System.getProperty("site", "."));

    @TempDir
    Path folder;

    @Test
    void typingFindsASectionAndEnterGoesThere() throws IOException {
        assumeTrue(Browser.isInstalled(),
                "needs Chromium and its driver (on Debian: apt-get install chromium chromium-driver)");
        try (Browser browser = Browser.start(java.nio.file.Files.createDirectory(folder.resolve("profile")), 1280,
                900)) {
            browser.open(SITE.resolve("tutorials/counting-cells.html"));
            browser.press("/size of a pix".split(""));
            browser.await("document.querySelectorAll('.site-search a').length > 0");
            assertEquals("The size of a pixel", browser.eval("document.querySelector('.site-search a').textContent"));
            browser.press(Browser.ENTER);
            browser.await("location.href.endsWith('/measure.html#the-size-of-a-pixel')");
            browser.await("document.querySelector('#the-size-of-a-pixel') !== null");
            assertEquals(List.of(), browser.console());
        }
    }

    @Test
    void whatIsNowhereIsNotFound() throws IOException {
        assumeTrue(Browser.isInstalled(),
                "needs Chromium and its driver (on Debian: apt-get install chromium chromium-driver)");
        try (Browser browser = Browser.start(java.nio.file.Files.createDirectory(folder.resolve("profile")), 1280,
                900)) {
            browser.open(SITE.resolve("index.html"));
            browser.press("/zzyzx".split(""));
            browser.await("document.querySelector('.site-search ol').textContent === 'nothing found'");
        }
    }
}
