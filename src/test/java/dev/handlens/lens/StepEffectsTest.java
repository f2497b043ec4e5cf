package dev.handlens.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the card of a call says that the call did.
class StepEffectsTest {
    private static final String REQUESTS = """
            cast:
              app:   { process: app.exe }
              gizmo: { driver: gizmo.sys, device: \\Device\\Gizmo, answers: %s }
            steps:
              - CreateFile: { in: app, path: \\Device\\Gizmo, overlapped: true, as: file }
              - DeviceIoControl: { in: app, handle: file, code: 0x222000, as: one, expect: any }
              - DeviceIoControl: { in: app, handle: file, code: 0x222000, as: two, expect: any }
            """;

    private static List<String> after(String body) {
        Timeline run = Runs.of(body);
        run.seek(run.length());
        return new Lens().frame(run, Runs.view(run)).walkthrough().call().effects();
    }

    private static List<String> ofRequests(String answers, String step) {
        return after(REQUESTS.formatted(answers) + step).stream().filter(line -> line.startsWith("request"))
                .map(line -> line.replaceFirst("request 0x\\p{XDigit}+: ", "")).toList();
    }

    @Test
    void anOpenIsCheckedAndAUseIsNot() {
        String event = """
                cast: { app: { process: app.exe, loader: false } }
                steps:
                  - CreateEvent: { in: app, name: Ready, manualReset: true, as: made }
                  - OpenEvent: { in: app, name: Ready, access: EVENT_MODIFY_STATE, as: e }
                """;
        assertThat(after(event)).first().isEqualTo("access checked, 2 checks so far");
        assertThat(after(event + "  - SetEvent: { in: app, handle: e }")).noneMatch(line -> line.contains("check"));
        assertThat(after(event + "  - OpenEvent: { in: app, name: Ready, access: EVENT_MODIFY_STATE }\n")).first()
                .isEqualTo("access checked, 3 checks so far");
    }

    @Test
    void aChangeOfAnAccessListIsAnEffect() {
        String event = """
                cast: { app: { process: app.exe } }
                steps:
                  - CreateEvent: { in: app, as: e }
                  - SetKernelObjectSecurity: { in: app, handle: e, allow: %s }
                """;
        assertThat(after(event.formatted("0"))).singleElement().asString().endsWith(": programs may open it for nothing");
        assertThat(after(event.formatted("EVENT_MODIFY_STATE"))).singleElement().asString()
                .endsWith(": programs may open it for modify state");
    }

    @Test
    void theDebuggerRepliesWhenTracingIsSwitchedOn() {
        String trace = """
                cast: { app: { process: app.exe }, debugger: { process: windbg.exe } }
                steps:
                  - OpenProcess: { in: debugger, process: app, as: p }
                  - NtSetInformationProcess: { in: debugger, process: p, tracing: true }
                """;
        String snapshot = "!htrace: Handle tracing information snapshot successfully taken.";
        assertThat(after(trace)).containsExactly("!htrace: Handle tracing enabled.", snapshot);
        assertThat(after(trace + "  - NtSetInformationProcess: { in: debugger, process: p, tracing: true }")).as("it is on")
                .containsExactly("Nothing changed.");
        assertThat(after(trace + "  - HtraceSnapshot: { in: debugger, process: p }")).containsExactly(snapshot);
        assertThat(after(trace + "  - NtSetInformationProcess: { in: debugger, process: p, tracing: false }"))
                .containsExactly("!htrace: Handle tracing disabled.");
    }

    @Test
    void aChangeOfThePriorityOfAThreadIsAnEffect() {
        assertThat(after("""
                cast: { app: { process: app.exe } }
                steps:
                  - SetThreadPriority: { in: app, thread: self-thread, priority: THREAD_PRIORITY_ABOVE_NORMAL }
                """)).singleElement().asString().endsWith(": base priority 8 → 9");
    }

    @Test
    void aChangeOfTheFlagsOfAHandleIsAnEffect() {
        String flags = """
                cast: { app: { process: app.exe, loader: false } }
                steps:
                  - CreateEvent: { in: app, as: e }
                  - SetHandleInformation: { in: app, handle: e, inherit: true, protect: true }
                """;
        assertThat(after(flags)).containsExactly("app.exe: 0x4 now inherited by children and protected from close");
        assertThat(after(flags + "  - SetHandleInformation: { in: app, handle: e }"))
                .containsExactly("app.exe: 0x4 now neither inherited nor protected");
    }

    @Test
    void aWaitForOneOfSeveralTellsWhichOneEndedIt() {
        String wait = """
                cast:
                  app: { process: app.exe }
                  worker: { thread: app, start: Worker }
                steps:
                  - CreateEvent: { in: app, as: a }
                  - CreateEvent: { in: app, as: b }
                """;
        assertThat(after(wait + """
                  - WaitForMultipleObjects: { in: worker, handles: [a, b] }
                  - SetEvent: { in: app, handle: b }
                """)).anyMatch(line -> line.endsWith("woken with STATUS_WAIT_1"));
        assertThat(after(wait + """
                  - WaitForSingleObject: { in: worker, handle: b }
                  - SetEvent: { in: app, handle: b }
                """)).anyMatch(line -> line.endsWith("woken with STATUS_SUCCESS"));
    }

    @Test
    void aRequestIsCompletedWithTheStatusThatItGot() {
        assertThat(ofRequests("wdf-queue", "")).containsExactly("sent to gizmo.sys, pending");
        assertThat(ofRequests("at-once", "")).containsExactly("sent to gizmo.sys, completed at once with STATUS_SUCCESS");
        assertThat(ofRequests("wdf-queue", "  - IoCompleteRequest: { in: System, driver: gizmo }"))
                .containsExactly("completed with STATUS_SUCCESS");
        assertThat(ofRequests("wdf-queue", "  - IoCompleteRequest: { in: System, driver: gizmo, status: STATUS_CANCELLED }"))
                .as("nobody asked for it").containsExactly("completed with STATUS_CANCELLED");
        assertThat(ofRequests("wdf-queue", "  - CancelIoEx: { in: app, handle: file, request: two }"))
                .containsExactly("cancel requested, completed with STATUS_CANCELLED");
        assertThat(ofRequests("wdf-queue", "  - CloseHandle: { in: app, handle: file }")).as("the driver's cleanup")
                .containsExactly("completed with STATUS_CANCELLED", "completed with STATUS_CANCELLED");
    }

    @Test
    void aRequestThatWasAskedToCancelMayEndAsItLikes() {
        assertThat(ofRequests("list-without-cancel", "  - CancelIoEx: { in: app, handle: file, request: two }"))
                .containsExactly("cancel requested");
        assertThat(ofRequests("list-without-cancel", """
                  - CancelIoEx: { in: app, handle: file, request: one }
                  - IoCompleteRequest: { in: System, driver: gizmo, request: one, information: 64 }
                """)).containsExactly("completed with STATUS_SUCCESS");
        assertThat(ofRequests("never", """
                  - ExitProcess: { in: app }
                  - ExitWaitTimesOut: { in: System, process: app }
                """)).containsExactly("given up by its thread", "given up by its thread");
    }
}
