package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real program as a process, in places where files, output and locales are not what one wishes for.
@EnabledOnOs(OS.LINUX)
class HostileSurroundingsTest {
    @TempDir
    static Path program;
    private static RealProgram handlens;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepare() throws Exception {
        handlens = new RealProgram(program);
    }

    private RealProgram.Result shell(String line) throws Exception {
        return handlens.shell(folder, Map.of("tour", Path.of("scenarios", "tour.yaml").toAbsolutePath().toString()), line);
    }

    private static void assertOneSentence(RealProgram.Result result, String... parts) {
        assertThat(result.code()).as(result.toString()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err().strip().lines()).as(result.toString()).hasSize(1);
        assertThat(result.err()).contains(parts).doesNotContain("Exception", "\tat ");
    }

    // ---- output ---------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"run $tour", "run $tour --json", "state $tour --at end --json", "state $tour --at end --names", "schema", "help",
        "help run", "run --help", "--version", "check $tour"})
    void outputThatCannotBeWrittenIsOneSentenceAndExitCode2(String command) throws Exception {
        assertOneSentence(shell("$handlens " + command + " > /dev/full"), "standard output cannot be written (No space left on device)");
        assertOneSentence(shell("$handlens " + command + " >&-"), "standard output cannot be written (");
    }

    @Test
    void aLongRunStopsWhenItsReaderHasGone() throws Exception {
        String long64 = Path.of("scenarios", "testlimit-x64.yaml").toAbsolutePath().toString();
        RealProgram.Result result = shell("($handlens run " + long64 + " --json; echo $? > code) | head -1");
        assertThat(result.out()).contains("\"step\":1");
        assertThat(folder.resolve("code")).hasContent("2");
    }

    @Test
    void aDeviceIsNeverReplacedByAPicture() throws Exception {
        assertOneSentence(shell("ln -s /dev/null x.png; $handlens shoot $tour --at 1 --out x.png"), "it is not a regular file");
        assertThat(Files.readAttributes(Path.of("/dev/null"), "*").get("isOther")).isEqualTo(true);
    }

    @Test
    void aPictureThatDoesNotFitOnTheDiskLeavesTheOldOneWhole() throws Exception {
        assumeTrue(shell("unshare -m true").code() == 0, "needs the right to mount a small disk");
        RealProgram.Result result = shell("unshare -m sh -c 'mount -t tmpfs -o size=16k disk . && cd . && cd \"$PWD\" && echo old > old.png && "
                + "$handlens shoot $tour --at 1 --out old.png; code=$?; ls -A; cat old.png; exit $code'");
        assertOneSentence(result, "old.png cannot be written (No space left on device)");
        assertThat(result.out()).isEqualTo("old.png\nold\n");
    }

    @Test
    void aLinkIsFollowedAndItsTargetWritten() throws Exception {
        Files.createDirectory(folder.resolve("there"));
        RealProgram.Result result = shell("ln -s there/real.png link.png; $handlens shoot $tour --at 1 --pane pool --size 600x200 --out link.png");
        assertThat(result.code()).as(result.toString()).isZero();
        assertThat(Files.isSymbolicLink(folder.resolve("link.png"))).isTrue();
        assertThat(Files.isRegularFile(folder.resolve("there").resolve("real.png"), LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    // ---- input ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "run --json", "state --at 1 --json", "shoot --at 1 --out x.png"})
    void aPipeWithoutAWriterIsRefusedAtOnce(String command) throws Exception {
        String line = "mkfifo pipe; $handlens " + command.replaceFirst("^(\\w+)", "$1 pipe");
        RealProgram.Result result = shell(line);
        assertThat(result.code()).as(result.toString()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err()).contains("pipe cannot be read (it is not a regular file)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "loop", "/dev/zero", "/dev/tty", "nowhere", "/proc/self/mem/x"})
    void whatIsNoRegularFileIsOneSentence(String path) throws Exception {
        RealProgram.Result result = shell("ln -s loop loop; $handlens run " + path);
        assertOneSentence(result, path);
    }

    // ---- names ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "en_US.ISO-8859-1", ""})
    void fileNamesThatAreNotAsciiOpenUnderEveryLocale(String locale) throws Exception {
        List<String> names = List.of("größe.yaml", "日本語.yaml", "שלום.yaml", "\uD83D\uDE00.yaml");
        for (String name : names) {
            Files.copy(Path.of("scenarios", "healthy.yaml"), folder.resolve(name));
        }
        RealProgram.Result result = handlens.shell(folder, locale.isEmpty() ? Map.of() : Map.of("LC_ALL", locale), "$handlens check *.yaml");
        assertThat(result.code()).as(locale + " " + result).isZero();
        assertThat(result.out()).contains(names.stream().map(name -> name + ": good").toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8"})
    void aNameThatIsNotUtf8IsOneSentence(String locale) throws Exception {
        RealProgram.Result result = handlens.shell(folder, Map.of("LC_ALL", locale), "cp " + Path.of("scenarios", "tour.yaml").toAbsolutePath()
                + " \"$(printf 'gr\\366\\337e.yaml')\"; $handlens run \"$(printf 'gr\\366\\337e.yaml')\"");
        assertThat(result.code()).as(result.toString()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err()).contains("is not valid in the encoding UTF-8").contains("rename the file").doesNotContain("Exception");
    }

    @Test
    void aNameWithAnEscapeSequenceDoesNotReachTheTerminal() throws Exception {
        String name = "\u001B[31mred\u202E.yaml";
        Files.copy(Path.of("scenarios", "makefred-bug.yaml"), folder.resolve(name));
        for (String command : List.of("run", "check", "run --json", "state --json --at 1")) {
            RealProgram.Result result = shell("$handlens " + command + " \"$(printf '\\033[31mred\\342\\200\\256.yaml')\"");
            assertThat(result.code()).as(result.toString()).isZero();
            assertThat(result.out() + result.err()).doesNotContain("\u001B", "\u202E");
        }
    }

    // ---- places ---------------------------------------------------------------------------------------------------

    @Test
    void aFolderThatNoLongerExistsIsOneSentence() throws Exception {
        // Some shells complain themselves when they start there.
        RealProgram.Result result = shell("mkdir gone; cd gone; rmdir ../gone; $handlens run $tour");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(result.err().lines().filter(line -> !line.contains("getcwd() failed")))
                .containsExactly("handlens: the current folder no longer exists; change to another one.");
    }

    @Test
    void withoutAWritableTemporaryFolderRunsGoOnAndPicturesSayWhatTheyNeed() throws Exception {
        String without = "export HANDLENS_OPTS=-Djava.io.tmpdir=/nowhere TMPDIR=/nowhere; ";
        assertThat(shell(without + "$handlens run $tour").code()).isZero();
        RealProgram.Result picture = shell(without + "$handlens shoot $tour --at 1 --out x.png");
        assertThat(picture.code()).as(picture.toString()).isEqualTo(ExitCode.BAD_INPUT);
        // The JVM warns of that folder itself.
        assertThat(picture.err().lines().filter(line -> !line.startsWith("WARNING: "))).singleElement().asString()
                .contains("the temporary folder /nowhere cannot be written", "java.io.tmpdir");
        RealProgram.Result special = shell("HANDLENS_OPTS=-Djava.io.tmpdir=/proc $handlens shoot $tour --at 1 --out x.png");
        assertThat(special.code()).as(special.toString()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(special.err()).contains("the temporary folder /proc cannot be written");
        RealProgram.Result window = shell(without + "$handlens $tour");
        assertThat(window.code()).as(window.toString()).isZero();
        assertThat(window.out()).contains("No window: ", "the temporary folder /nowhere cannot be written", "No pictures were drawn.");
    }
}
