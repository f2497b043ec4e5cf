package dev.handlens.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.Caller;
import dev.handlens.kernel.Buffer;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;
import dev.handlens.kernel.PreviousMode;
import dev.handlens.scenario.Machine;
import dev.handlens.scenario.Place;
import dev.handlens.scenario.Scenario;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunJsonTest {
    private static final Caller FRED = new Caller(2184, 2188, PreviousMode.USER);
    private final StringWriter out = new StringWriter();

    @Test
    void aStepWithACallIsOneLineWithAllThatItDid() {
        KernelCall call = new KernelCall.NtClose(0x14);
        write(new Machine.Outcome(9, step("Closed \"twice\"", List.of("fred!main+0x61")), FRED, call,
                CallResult.of(NtStatus.STATUS_INVALID_HANDLE), "STATUS_SUCCESS was expected"));
        assertThat(out.toString()).isEqualTo("""
                {"step":9,"time":140,"title":"Closed \\"twice\\"","process":"fred.exe","pid":2184,"tid":2188,"mode":"user",\
                "call":"NtClose","written":"CloseHandle","args":{"handle":"h"},"status":"STATUS_INVALID_HANDLE","information":0,\
                "stack":["fred!main+0x61"],\
                "failed":"STATUS_SUCCESS was expected"}
                """);
    }

    @Test
    void aNewHandleIsWrittenAsWindowsToolsWriteIt() {
        write(new Machine.Outcome(1, step("", List.of()), FRED, new KernelCall.NtClose(4),
                CallResult.handle(NtStatus.STATUS_SUCCESS, 0xEC, 17), ""));
        assertThat(out.toString()).contains("\"handle\":\"0xEC\",\"object\":17").doesNotContain("title", "failed", "stack", "blocked");
    }

    @Test
    void aStepWithoutACallHasNothingOfACall() {
        Scenario.Step narration = new Scenario.Step(0, new Place(1, 1), "", "Look.", "", "", 0, 0, "", "", -1, null, List.of());
        write(new Machine.Outcome(2, narration, null, null, null, ""));
        assertThat(out.toString()).isEqualTo("{\"step\":2,\"time\":140}\n");
    }

    @Test
    void stepsAreLines() {
        Scenario.Step narration = new Scenario.Step(0, new Place(1, 1), "a\nb", "", "", "", 0, 0, "", "", -1, null, List.of());
        Machine.Outcome outcome = new Machine.Outcome(2, narration, null, null, null, "");
        try (RunJson json = new RunJson(out)) {
            json.step(outcome, 0, "");
            json.step(outcome, 0, "");
        }
        assertThat(out.toString().lines()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("{\"step\":2").endsWith("}"));
    }

    private void write(Machine.Outcome outcome) {
        try (RunJson json = new RunJson(out)) {
            json.step(outcome, 140, outcome.caller() == null ? "" : "fred.exe");
        }
    }

    private static Scenario.Step step(String title, List<String> stack) {
        Scenario.Call call = new Scenario.Call("CloseHandle", "fred", false, List.of(new Scenario.Argument("handle", "h")),
                values -> new KernelCall.NtClose(0x14), List.of(), -1, false, "", 0, stack, Scenario.Expect.SUCCESS, Buffer.USER, false);
        return new Scenario.Step(3, new Place(12, 5), title, "", "", "", 0, 0, "", "", -1, call, List.of());
    }
}
