package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.handlens.lens.View;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final Settings CHOSEN = Settings.DEFAULTS.withTheme(Theme.DARK)
            .withWindow(new Settings.WindowBounds(-20, 40.5, 1440, 900, true))
            .withRecent(Path.of("b c=ü.yaml")).withRecent(Path.of("/tmp/a.yaml"))
            .withSplits(new TreeMap<>(Map.of("lower", 0.25, "left", 1.0)))
            .withColumns("handles", "NAME:210.5 HANDLE:60")
            .withChoices(new View(null, 0, View.Watch.POLLING, 500, View.Highlight.FOR_EVER, true, "", List.of(), true, false))
            .withTints(Tints.BLUE_ORANGE).withLowerPane(1).withTrendsFromZero(true).withSize(150).withFollow(false);

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsLoaded() {
        SettingsFile file = new SettingsFile(folder.resolve("new/folder/settings.properties"));
        assertThat(file.save(CHOSEN)).isEmpty();
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(CHOSEN, "", true));
    }

    @Test
    void savingReplacesAndLeavesNothingElseBehind() throws IOException {
        SettingsFile file = new SettingsFile(folder.resolve("s.properties"));
        file.save(Settings.DEFAULTS);
        file.save(CHOSEN);
        assertThat(file.load().settings()).isEqualTo(CHOSEN);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("s.properties");
        }
    }

    @Test
    void equalSettingsAreEqualText() {
        assertThat(SettingsText.format(CHOSEN)).isEqualTo(SettingsText.format(CHOSEN.withTheme(Theme.LIGHT).withTheme(Theme.DARK)))
                .doesNotContain("#");
    }

    @Test
    void aMissingFileGivesDefaultsWithoutANotice() {
        assertThat(new SettingsFile(folder.resolve("none")).load()).isEqualTo(new SettingsFile.Loaded(Settings.DEFAULTS, "", true));
    }

    @Test
    void withoutAFileNothingIsKept() throws IOException {
        assertThat(new SettingsFile(null).save(CHOSEN)).isEmpty();
        assertThat(new SettingsFile(null).load().settings()).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void aFileThatIsNoPropertiesFileGivesDefaultsAndOneNotice() throws IOException {
        Path file = Files.writeString(folder.resolve("s"), "theme=dark\nbad=\\u00zz\n");
        SettingsFile.Loaded loaded = new SettingsFile(file).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS);
        assertThat(loaded.notice()).contains("could not be read; default settings are used").hasLineCount(1);
    }

    @Test
    void aFileThatIsNotTextGivesDefaultsAndOneNotice() throws IOException {
        Path file = Files.write(folder.resolve("s"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80});
        SettingsFile.Loaded loaded = new SettingsFile(file).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS);
        assertThat(loaded.notice()).contains("default settings are used");
    }

    @Test
    void aFileThatHoldsSomethingElseIsLeftAsItIs() throws IOException {
        byte[] binary = {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80};
        for (byte[] content : List.of(Files.readAllBytes(Path.of("scenarios/tour.yaml")), "{bad".getBytes(),
                "# notes\n".getBytes(), binary, "theme=dark\nbad=\\u00zz\n".getBytes())) {
            SettingsFile.Loaded loaded = new SettingsFile(Files.write(folder.resolve("s"), content)).load();
            assertThat(loaded.kept()).isFalse();
            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS);
            assertThat(loaded.notice()).contains("left as it is").hasLineCount(1);
        }
        assertThat(new SettingsFile(Files.writeString(folder.resolve("s"), "\n")).load().kept()).isTrue();
        assertThat(new SettingsFile(Files.writeString(folder.resolve("s"), "follow=false\n")).load().kept()).isTrue();
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        Path file = Files.write(folder.resolve("s"), new byte[(1 << 20) + 1]);
        assertThat(new SettingsFile(file).load().notice()).contains("too large");
    }

    @Test
    void aFolderInItsPlaceGivesDefaultsAndASentence() throws IOException {
        Path place = Files.createDirectory(folder.resolve("s"));
        Files.createFile(place.resolve("in-the-way"));
        SettingsFile file = new SettingsFile(place);
        assertThat(file.load().settings()).isEqualTo(Settings.DEFAULTS);
        assertThat(file.save(CHOSEN)).contains("could not be kept", "--no-settings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=purple", "window=1 2 3", "window=1 2 NaN 4 true", "window=1 2 30 40 maybe", "split.left=1.5",
            "split.left=x", "watch=sometimes", "interval=0",
            "interval=soon", "highlight=-4", "showUnnamed=yes", "tints=plaid"})
    void oneBadValueHasItsDefaultAndLeavesTheOthersAlone(String bad) throws IOException {
        Path file = Files.writeString(folder.resolve("s"), bad + "\nrecent=/tmp/a.yaml\n");
        SettingsFile.Loaded loaded = new SettingsFile(file).load();
        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS.withRecent(Path.of("/tmp/a.yaml")));
        assertThat(loaded.notice()).contains(": " + bad.substring(0, bad.indexOf('=')) + ".");
    }

    @Test
    void keysOfALaterVersionArePassedOver() throws IOException {
        Path file = Files.writeString(folder.resolve("s"), "theme=dark\nsmell=lavender\n");
        assertThat(new SettingsFile(file).load()).isEqualTo(new SettingsFile.Loaded(Settings.DEFAULTS.withTheme(Theme.DARK), "", true));
    }

    @Test
    void theLatestFileIsFirstStandsOnceAndTheOldestFallOut() {
        Settings settings = Settings.DEFAULTS;
        for (int i : IntStream.rangeClosed(1, Settings.RECENT_LIMIT + 1).toArray()) {
            settings = settings.withRecent(Path.of(i + ".yaml"));
        }
        settings = settings.withRecent(Path.of("5.yaml"));
        assertThat(settings.recent()).hasSize(Settings.RECENT_LIMIT).startsWith(Path.of("5.yaml"), Path.of("13.yaml"))
                .doesNotContain(Path.of("1.yaml")).doesNotHaveDuplicates();
    }

    @Test
    void thePlaceIsTheSystemsOwn() {
        Path home = Path.of("/home/ada");
        assertThat(SettingsLocation.of(Map.of(), "/home/ada", "Linux")).isEqualTo(home.resolve(".config/handlens/settings.properties"));
        assertThat(SettingsLocation.of(Map.of("XDG_CONFIG_HOME", "/x"), "/home/ada", "Linux"))
                .isEqualTo(Path.of("/x/handlens/settings.properties"));
        assertThat(SettingsLocation.of(Map.of("XDG_CONFIG_HOME", "relative"), "/home/ada", "Linux"))
                .isEqualTo(home.resolve(".config/handlens/settings.properties"));
        assertThat(SettingsLocation.of(Map.of("APPDATA", "/roaming"), "/home/ada", "Windows 11"))
                .isEqualTo(Path.of("/roaming/handlens/settings.properties"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNoRegularFileIsNeitherReadNorReplaced() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
        Path device = Files.createSymbolicLink(folder.resolve("device"), Path.of("/dev/null"));
        for (Path place : List.of(pipe, loop, device, folder, Path.of("/"))) {
            SettingsFile.Loaded loaded = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> new SettingsFile(place).load());
            assertThat(loaded.settings()).isEqualTo(Settings.DEFAULTS);
            assertThat(loaded.kept()).as(place.toString()).isFalse();
            assertThat(loaded.notice()).startsWith("The settings file " + place + " cannot be read (it").contains("--settings");
            assertThat(new SettingsFile(place).save(Settings.DEFAULTS)).startsWith("Settings could not be kept in " + place);
        }
        assertThat(Files.readAttributes(Path.of("/dev/null"), "*").get("isOther")).isEqualTo(true);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLinkToTheSettingsStaysALink() throws Exception {
        Path real = folder.resolve("real.properties");
        Path link = Files.createSymbolicLink(folder.resolve("settings.properties"), real);
        assertThat(new SettingsFile(link).load()).isEqualTo(new SettingsFile.Loaded(Settings.DEFAULTS, "", true));
        assertThat(new SettingsFile(link).save(CHOSEN)).isEmpty();
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(new SettingsFile(real).load().settings()).isEqualTo(CHOSEN);
    }
}
