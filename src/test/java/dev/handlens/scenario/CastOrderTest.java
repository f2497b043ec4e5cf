package dev.handlens.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CastOrderTest {
    @Test
    void aThreadMayBeListedBeforeItsProcess() throws ScenarioException {
        Scenario scenario = ScenarioReader.read("x.yaml", """
                handlens: 1
                title: T
                cast:
                  t: { thread: fred, tid: 40 }
                  fred: { process: fred.exe, pid: 2184 }
                steps:
                  - CreateEvent: { in: t, as: h }
                """);
        Machine machine = Machine.start(Program.of(scenario));
        assertThat(machine.kernel().thread(40).pid()).isEqualTo(2184);
        assertThat(machine.kernel().process(2184).imageName()).isEqualTo("fred.exe");
    }
}
