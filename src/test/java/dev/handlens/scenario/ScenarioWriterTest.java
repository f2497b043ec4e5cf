package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.KernelCall;
import dev.handlens.source.VisibleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScenarioWriterTest {
    private static final Place NOWHERE = new Place(0, 0);

    /// Every variable has a value of its own, so that calls built by two builders are equal only if the builders are.
    private static final Values VALUES = new Values() {
        @Override
        public long handle(int slot) {
            return 0x1000 + 4L * slot;
        }

        @Override
        public int object(int slot) {
            return 500 + slot;
        }

        @Override
        public int pid(String castName) {
            return castName.hashCode();
        }

        @Override
        public int tid(String castName) {
            return ~castName.hashCode();
        }
    };

    @TestFactory
    List<DynamicTest> everyGoodFileIsReadBackFromWhatIsWritten() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : ScenarioFiles.good()) {
            tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertReadBack(ScenarioReader.read(file))));
        }
        return tests;
    }

    @Test
    void textOfEveryKindIsReadBack() throws Exception {
        for (int seed = 0; seed < 400; seed++) {
            assertReadBack(withTexts(new SplittableRandom(seed)));
        }
    }

    @Test
    void aProgramWithAStepPutIntoARepeatIsReadBackWithTheSameTimes() throws Exception {
        Scenario scenario = ScenarioReader.read(Path.of("scenarios/event-leak.yaml"));
        Program program = Program.of(scenario);
        Program longer = program.withStepAfter(program.length() / 2, program.step(1));
        Program again = Program.of(ScenarioReader.read("event-leak.yaml", ScenarioWriter.write(longer.scenario())));
        assertThat(again.length()).isEqualTo(longer.length());
        for (long position = 0; position <= again.length(); position += 7) {
            assertThat(again.time(position)).isEqualTo(longer.time(position));
        }
    }

    private static void assertReadBack(Scenario scenario) throws ScenarioException {
        String written = ScenarioWriter.write(scenario);
        Scenario again = ScenarioReader.read(scenario.name() + ".yaml", written);
        assertThat(calls(again.blocks())).as(written).isEqualTo(calls(scenario.blocks()));
        assertThat(plain(again)).as(written).isEqualTo(plain(scenario));
        assertThat(ScenarioWriter.write(again)).isEqualTo(written);
    }

    private static List<KernelCall> calls(List<Scenario.Block> blocks) {
        List<KernelCall> calls = new ArrayList<>();
        for (Scenario.Block block : blocks) {
            switch (block) {
                case Scenario.Repeat repeat -> calls.addAll(calls(repeat.body()));
                case Scenario.Step step when step.call() != null -> calls.add(step.call().builder().build(VALUES));
                case Scenario.Step _ -> {
                    // It makes no call.
                }
            }
        }
        return calls;
    }

    /// The scenario without what may differ: places, and builders, which are compared by the calls they build.
    private static Scenario plain(Scenario s) {
        List<Scenario.ExpectedLeak> leaks = s.finals().leaks() == null ? null : s.finals().leaks().stream()
                .map(l -> new Scenario.ExpectedLeak(l.process(), l.type(), l.count(), l.at(), NOWHERE)).toList();
        List<Scenario.ExpectedMisuse> misuses = s.finals().misuses() == null ? null : s.finals().misuses().stream()
                .map(m -> new Scenario.ExpectedMisuse(m.process(), m.kind(), m.count(), NOWHERE)).toList();
        return new Scenario(
                s.name(), s.title(), s.summary(), s.machine(), s.pace(), s.cast(), s.opening(), s.listings(), plain(s.blocks()),
                new Scenario.Finals(leaks, misuses), s.variables());
    }

    private static List<Scenario.Block> plain(List<Scenario.Block> blocks) {
        return blocks.stream().<Scenario.Block>map(block -> switch (block) {
            case Scenario.Repeat repeat -> new Scenario.Repeat(repeat.times(), repeat.every(), plain(repeat.body()), NOWHERE);
            case Scenario.Step s -> new Scenario.Step(
                    s.id(), NOWHERE, s.title(), s.say(), s.notes(), s.listing(), s.firstLine(), s.lastLine(), s.ask(), s.answer(),
                    s.after(), plain(s.call()), s.forget());
        }).toList();
    }

    private static Scenario.Call plain(Scenario.Call c) {
        return c == null ? null : new Scenario.Call(
                c.service(), c.in(), c.kernelMode(), c.arguments(), null, c.handleUses(), c.result(), c.collect(), c.creates(), c.value(),
                c.stack(), c.expect(), c.buffer(), c.caught());
    }

    private static Scenario withTexts(SplittableRandom random) throws ScenarioException {
        Scenario base = ScenarioReader.read("base.yaml", "handlens: 1\ntitle: x\nsteps:\n  - say: x\n");
        Scenario.Step step = new Scenario.Step(
                0, NOWHERE, line(random), text(random), text(random), "", 0, 0, "why " + text(random), text(random), -1, null, List.of());
        List<String> lines = ("a\n" + text(random)).lines().toList();
        return new Scenario(
                "base", line(random), line(random), base.machine(), random.nextLong(100_000), base.cast(), base.opening(),
                List.of(new Scenario.Listing("a.cpp", lines)),
                        List.of(new Scenario.Repeat(2, random.nextLong(10_000_000), List.of(step), NOWHERE)),
                base.finals(), base.variables());
    }

    /// Text on one line, as titles are.
    private static String line(SplittableRandom random) {
        return text(random).replace('\n', ' ');
    }

    private static String text(SplittableRandom random) {
        String[] parts = {
            "null", "~", "true", "0x10", "12", "1e3", ".inf", "a", "word", " ", "  ", "\n", "\n\n", "- ", "# ", ": ", ":", "'", "\"", "\\",
                    "{", "}",
            "[", "]", ",", "&a", "*a", "!t", "%", "@", "`", "|", ">", "?", "---", "...", "é", "🙂", "\u2028", "\t", "\u0007",
                    "long ".repeat(60),
            "x".repeat(2_000), "=", "<<", "\u0085"
        };
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(6); count > 0; count--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        // As the reader gives it.
        return VisibleText.of(text.toString());
    }
}
