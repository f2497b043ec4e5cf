package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Chapter;
import dev.handlens.lens.Frame;
import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleKey;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandleText;
import dev.handlens.lens.RowSource;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.ui.Intent;
import dev.handlens.ui.PaneShots;
import dev.handlens.ui.Session;
import dev.handlens.ui.shell.Playback;
import dev.handlens.ui.shell.SampleHost;
import dev.handlens.ui.shell.Shell;
import dev.handlens.ui.shell.WindowPanes;
import dev.handlens.ui.theme.Fonts;
import dev.handlens.ui.theme.Theme;
import dev.handlens.ui.theme.Tints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testfx.util.WaitForAsyncUtils;

/// Presentation at 1280×720 over the steps of every bundled scenario, in the real shell: the rows that a step changed are in view, and
/// nothing is written smaller than 14 px.
class PresentationStepsTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    /// Of longer runs every titled step and the one after it is looked at, and [#SAMPLES] more at even distances.
    private static final long EVERY_STEP = 400;
    private static final int SAMPLES = 24;
    /// Longer runs take minutes to walk; their beginning, which has the same steps, is looked at.
    private static final long WALKED = 300_000;
    private static final double LEAST_TYPE = 14;

    @TestFactory
    Stream<DynamicTest> theRowsThatAStepChangedAreInView() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            Stage stage = new Stage(file);
            for (long position : stage.positions()) {
                stage.go(position);
                stage.assertChangedRowsAreSeen();
                stage.assertTheCallIsSeen();
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsWrittenSmallerThanFourteenPixels() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            Stage stage = new Stage(file);
            long end = Math.min(stage.session.timeline().length(), WALKED);
            for (long position : new long[] {0, Math.min(1, end), end / 2, end}) {
                stage.go(position);
                stage.assertTypeIsLarge();
            }
        }));
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("scenarios"))) {
            List<Path> files = all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
            assertThat(files).hasSizeGreaterThan(20);
            return files.stream();
        }
    }

    /// A run in the shell in presentation, laid out without a window.
    private static final class Stage {
        private final String name;
        private final Session session;
        private Shell shell;
        private Frame frame;

        Stage(Path file) throws Exception {
            name = file.getFileName().toString();
            session = new Session(Program.of(ScenarioReader.read(file)), System::nanoTime, Scenario.Opening.STANDARD);
            session.carryOut(new Intent.FollowProcess(true));
            PaneShots.startToolkit();
            onFx(() -> {
                Fonts.load();
                shell = new Shell(new WindowPanes(session::carryOut).slots(), new SampleHost(), session::carryOut);
                Scene scene = new Scene(shell, WIDTH, HEIGHT);
                Theme.LIGHT.apply(scene, Tints.GREEN_RED);
                shell.show(session.frame(), paused());
                shell.showPresentation(true);
            });
        }

        List<Long> positions() {
            long length = session.timeline().length();
            TreeSet<Long> positions = new TreeSet<>();
            long walked = Math.min(length, WALKED);
            if (length <= EVERY_STEP) {
                for (long position = 0; position <= length; position++) {
                    positions.add(position);
                }
            } else {
                for (Chapter chapter : session.frame().step().chapters()) {
                    positions.add(chapter.position());
                    positions.add(chapter.position() + 1);
                }
                for (int i = 0; i <= SAMPLES; i++) {
                    positions.add(walked * i / SAMPLES);
                }
            }
            return positions.stream().filter(position -> position <= walked).toList();
        }

        private static Playback paused() {
            return new Playback(false, 1, false);
        }

        void go(long position) {
            onFx(() -> {
                session.carryOut(new Intent.SeekTo(position));
                frame = session.frame();
                for (int round = 0; round < 3; round++) {
                    shell.show(frame, paused());
                    shell.applyCss();
                    shell.layout();
                }
            });
        }

        void assertChangedRowsAreSeen() {
            List<Integer> changed = new ArrayList<>();
            RowSource<HandleRow> rows = frame.handles().rows();
            for (HandleKey key : frame.step().handles()) {
                int at = rows.indexOf(key);
                if (at >= 0) {
                    changed.add(at);
                }
            }
            changed.sort(null);
            List<Node> seen = strips(".handles-pane");
            String where = name + " at step " + frame.step().position();
            if (!changed.isEmpty()) {
                int whole = seen.size();
                assertThat(whole).as(where + ": whole rows in view").isGreaterThanOrEqualTo(Math.min(2, rows.size()));
                int first = changed.getFirst();
                int count = (int) changed.stream().filter(at -> at - first < whole).count();
                List<String> values = values(seen);
                for (int at : changed.subList(0, count)) {
                    String value = HandleText.of(HandleField.HANDLE, rows.row(at));
                    assertThat(values).as(where).contains(value);
                }
                long more = frame.step().handles().size() == changed.size() ? frame.step().handleCount() - count : changed.size() - count;
                if (more > 0) {
                    assertThat(words(shell)).as(where).anyMatch(text -> text.endsWith(" out of view"));
                }
            }
            for (int pid : frame.step().processes()) {
                frame.processes().rows().stream().filter(row -> row.pid() == pid).findFirst().ifPresent(row ->
                        assertThat(strips(".processes-pane").stream().flatMap(strip -> words((Parent) strip).stream()).toList())
                                .as(where).contains(row.name()));
            }
        }

        /// The call and its status stand above the lower edge.
        void assertTheCallIsSeen() {
            if (frame.walkthrough().call() != null) {
                List<Node> lines = List.copyOf(((Parent) shell.lookup(".call-card")).getChildrenUnmodifiable());
                assertThat(lines.subList(0, 2)).as(name + " at step " + frame.step().position()).allMatch(Stage::isSeenWhole);
            }
        }

        /// The rows of a list that lie wholly within all that clips them.
        private List<Node> strips(String pane) {
            return shell.lookupAll(pane + " .row-strip").stream().filter(Stage::isSeenWhole).toList();
        }

        private static List<String> values(List<Node> strips) {
            return strips.stream().flatMap(strip -> words((Parent) strip).stream()).toList();
        }

        void assertTypeIsLarge() {
            List<String> small = new ArrayList<>();
            for (Node node : all(shell)) {
                if (node instanceof Text text && isSeen(node) && !text.getText().isBlank()) {
                    double size = text.getFont().getSize() * text.getLocalToSceneTransform().getMyy();
                    if (size < LEAST_TYPE - 0.01) {
                        small.add(String.format(Locale.ROOT, "%.1f px: %s", size, text.getText()));
                    }
                }
            }
            assertThat(small).as(name + " at step " + frame.step().position()).isEmpty();
        }

        private static List<Node> all(Parent parent) {
            List<Node> nodes = new ArrayList<>(parent.getChildrenUnmodifiable());
            parent.getChildrenUnmodifiable().stream().filter(Parent.class::isInstance).forEach(child -> nodes.addAll(all((Parent) child)));
            return nodes;
        }

        private static boolean isSeenWhole(Node node) {
            return isSeen(node) && isWhole(node);
        }

        private static boolean isWhole(Node node) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            for (Node at = node.getParent(); at != null; at = at.getParent()) {
                if (at.getClip() != null) {
                    Bounds clip = at.localToScene(at.getClip().getBoundsInParent());
                    if (bounds.getMinY() < clip.getMinY() - 1 || bounds.getMaxY() > clip.getMaxY() + 1) {
                        return false;
                    }
                }
            }
            return bounds.getMinY() >= 0 && bounds.getMaxY() <= HEIGHT;
        }
    }

    private static List<String> words(Parent parent) {
        return parent.lookupAll(".label").stream().filter(node -> isSeen(node) && node instanceof Labeled)
                .map(node -> ((Labeled) node).getText()).toList();
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(120_000, work);
    }
}
