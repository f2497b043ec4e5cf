package dev.handlens.ui.handles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.HandleField;
import dev.handlens.lens.HandleRow;
import dev.handlens.lens.HandlesFrame;
import dev.handlens.lens.Lens;
import dev.handlens.lens.RowSource;
import dev.handlens.lens.View;
import dev.handlens.scenario.Program;
import dev.handlens.scenario.ScenarioException;
import dev.handlens.scenario.ScenarioReader;
import dev.handlens.timeline.Timeline;
import dev.handlens.ui.control.CopyFormat;
import dev.handlens.ui.control.RowColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every column of the handle list over bundled scenarios: what it sorts, filters and copies is what it shows.
class HandleColumnsTest {
    private static final Pattern TIME = Pattern.compile("([\\d.]+) (ms|s|min|h)");
    private static final Map<String, Double> UNITS = Map.of("ms", 1.0, "s", 1e3, "min", 6e4, "h", 3.6e6);

    /// Scenario, process whose handles are listed, simulated ms, ms for which changes stay highlighted.
    private record Sample(String scenario, String process, long time, long highlight) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("svchost", null, Long.MAX_VALUE, Long.MAX_VALUE),
            new Sample("cmd-cd", null, Long.MAX_VALUE, Long.MAX_VALUE),
            new Sample("makefred-bug", null, Long.MAX_VALUE, Long.MAX_VALUE),
            new Sample("inherit", null, Long.MAX_VALUE, Long.MAX_VALUE),
            new Sample("access-mask", null, Long.MAX_VALUE, Long.MAX_VALUE),
            new Sample("event-leak", null, 20_000, 1_000));

    static Stream<Arguments> columnsAndSamples() {
        return SAMPLES.stream().flatMap(sample -> Stream.of(HandleField.values()).map(field -> Arguments.of(field, sample)));
    }

    private static Timeline run(Sample sample) {
        try {
            Timeline run = new Timeline(Program.of(ScenarioReader.read(Path.of("scenarios", sample.scenario() + ".yaml"))));
            run.seek(sample.time() == Long.MAX_VALUE ? run.length() : run.program().positionAt(sample.time()));
            return run;
        } catch (ScenarioException e) {
            throw new AssertionError(e);
        }
    }

    private static View view(Timeline run, Sample sample) {
        String select = run.program().scenario().opening().select();
        return new View(null, run.machine().pid(select), View.Watch.EVERY_EVENT, 1_000, new View.Highlight(sample.highlight()), true, "", List.of(),
                true, false);
    }

    private static List<HandleRow> rows(HandlesFrame frame) {
        RowSource<HandleRow> rows = frame.rows();
        return IntStream.range(0, rows.size()).mapToObj(rows::row).toList();
    }

    private static RowColumn<HandleRow> column(HandleField field) {
        return HandleColumns.all(_ -> {}).stream().filter(column -> column.id().equals(field.name())).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("columnsAndSamples")
    void sortsByWhatItShows(HandleField field, Sample sample) {
        Timeline run = run(sample);
        Function<HandleRow, String> text = column(field).text();
        for (boolean ascending : List.of(true, false)) {
            HandlesFrame frame = new Lens().frame(run, view(run, sample).withSort(List.of(new View.SortBy(field, ascending)))).handles();
            List<HandleRow> rows = rows(frame);
            assertThat(rows).isNotEmpty();
            for (List<HandleRow> part : List.of(rows.subList(0, frame.staying()), rows.subList(frame.staying(), rows.size()))) {
                Comparator<String> order = shownOrder(field);
                assertThat(part.stream().map(text).toList()).isSortedAccordingTo(ascending ? order : order.reversed());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("columnsAndSamples")
    void filtersByWhatItShows(HandleField field, Sample sample) {
        Timeline run = run(sample);
        View view = view(run, sample);
        // One by one, so that each row shows a value of its own.
        List<String> folds = rows(new Lens().frame(run, view).handles()).stream().filter(HandleRow::isFold).map(row -> row.fold().id()).toList();
        Function<HandleRow, String> text = column(field).text();
        List<HandleRow> all = rows(new Lens().frame(run, unfolded(view, folds)).handles()).stream().filter(row -> !row.isFold()).toList();
        Set<String> values = new LinkedHashSet<>(all.stream().map(text).toList());
        for (String value : values.stream().limit(12).toList()) {
            View filtered = unfolded(view.withFilter(field.word() + ":=\"" + value.replace("\"", "\"\"") + "\""), folds);
            HandlesFrame frame = new Lens().frame(run, filtered).handles();
            assertThat(frame.mistakes()).isEmpty();
            assertThat(rows(frame).stream().filter(row -> !row.isFold()).map(HandleRow::key)).as(filtered.filter())
                    .containsExactlyInAnyOrderElementsOf(all.stream().filter(row -> text.apply(row).equals(value)).map(HandleRow::key).toList());
            // Without the equals sign it finds at least these.
            HandlesFrame wider = new Lens().frame(run, unfolded(view.withFilter(filtered.filter().replaceFirst(":=", ":")), folds)).handles();
            assertThat(wider.mistakes()).isEmpty();
            assertThat(rows(wider)).extracting(HandleRow::key).containsAll(rows(frame).stream().map(HandleRow::key).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("columnsAndSamples")
    void copiesWhatItShows(HandleField field, Sample sample) {
        Timeline run = run(sample);
        RowColumn<HandleRow> column = column(field);
        for (HandleRow row : rows(new Lens().frame(run, view(run, sample)).handles())) {
            String shown = row.isFold() && field == HandleField.NAME ? column.text().apply(row) : dev.handlens.lens.HandleText.of(field, row);
            assertThat(CopyFormat.TSV.write(List.of(column), List.of(row))).isEqualTo(column.title() + "\n" + shown + "\n");
        }
    }

    @Test
    void openedByAndComponentAreThoseOfTheProgramNotOfTheSystem() {
        Sample sample = SAMPLES.getFirst();
        Timeline run = run(sample);
        List<HandleRow> rows = rows(new Lens().frame(run, view(run, sample)).handles()).stream().filter(row -> !row.stack().isEmpty()).toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.stack().getFirst()).startsWith("ntdll!");
            assertThat(column(HandleField.OPENED_BY).text().apply(row)).isNotEmpty().doesNotStartWith("ntdll!").doesNotStartWith("kernel32!");
            assertThat(column(HandleField.COMPONENT).text().apply(row)).isNotIn("ntdll", "kernel32", "advapi32");
        });
        assertThat(rows).extracting(row -> column(HandleField.COMPONENT).text().apply(row)).contains("dnscache", "themes");
    }

    private static View unfolded(View view, List<String> folds) {
        View open = view;
        for (String fold : folds) {
            open = open.withFoldToggled(fold);
        }
        return open;
    }

    /// The order of the texts of a column, by the numbers in them if they are numbers; where handles differ comes last.
    private static Comparator<String> shownOrder(HandleField field) {
        Comparator<String> order = switch (field) {
            case TYPE, NAME, ACCESS, ATTRIBUTES, OPENED_BY, COMPONENT, PROCESS -> String.CASE_INSENSITIVE_ORDER;
            case HANDLE, ACCESS_MASK, OBJECT -> Comparator.comparing(text -> text.equals("…") ? 0 : Long.decode(text));
            case AGE -> Comparator.comparing(HandleColumnsTest::millis);
            case COUNTS, HANDLE_COUNT, POINTER_COUNT, INDEX, OPENED, PID -> Comparator.comparing(HandleColumnsTest::numbers);
        };
        return Comparator.comparing((String text) -> text.equals("…")).thenComparing(order);
    }

    private static double millis(String age) {
        double sum = 0;
        for (Matcher matcher = TIME.matcher(age); matcher.find();) {
            sum += Double.parseDouble(matcher.group(1)) * UNITS.get(matcher.group(2));
        }
        return sum;
    }

    /// The whole numbers in a text, such that texts compare as their numbers do.
    private static String numbers(String text) {
        List<String> numbers = new ArrayList<>();
        for (String number : text.replaceAll("[^0-9/]", "").split("/")) {
            numbers.add(number.isEmpty() ? "" : String.format(Locale.ROOT, "%020d", Long.parseLong(number)));
        }
        return String.join(" ", numbers);
    }
}
