package dev.handlens.scenario.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.lens.Change;
import dev.handlens.lens.FindingsFrame;
import dev.handlens.lens.FrameText;
import dev.handlens.lens.GraphFrame;
import dev.handlens.lens.HandleRow;
import dev.handlens.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scenarios with drivers: what a person at the back of the room sees.
class DriverSignatureTest {

    @Test
    void eventPinnedOutlivesItsProcess() {
        Showing show = Showing.of("event-pinned").at("fred crashes");
        assertThat(show.whyAlive("fred makes an event")).isEqualTo("Alive because gizmo.sys holds a pointer to it.");
        show.at("The same number, somebody else's event");
        assertThat(show.status()).isEqualTo("STATUS_SUCCESS");
        assertThat(show.findings().misuses()).extracting(FindingsFrame.Misuse::kind).containsExactly("Stale handle hit another object");
        show.at("wilma ends in good order");
        long nonpaged = show.frame().nonpaged().bytes();
        show.at("Let go");
        assertThat(show.frame().nonpaged().bytes()).isLessThan(nonpaged);
        assertThat(show.whyAlive("wilma does the same")).startsWith("Gone:");
    }

    @Test
    void aPrivateHandleInAUsersTableEndsInABugCheckThatOneStepsBackFrom() {
        Showing show = Showing.of("kernel-handles-bug").at("Where does the handle go?");
        assertThat(show.changes()).contains("OPENED 0x18 Key");
        show.at("A program tidies up");
        assertThat(show.changes()).contains("CLOSED 0x18 Key");
        show.at("0x93: INVALID_KERNEL_HANDLE");
        assertThat(show.frame().status().bugCheck()).contains("0x93");
        show.at("And asks the driver to stop");
        assertThat(show.frame().status().bugCheck()).isEmpty();
    }

    @Test
    void aKernelHandleIsInTheTableOfSystemAndASharedObjectIsKeptByPointer() {
        Showing show = Showing.of("kernel-handles-fix").at("Into the table of System");
        assertThat(show.changes()).as("the program's list does not change").isEmpty();
        show.select(Scenario.SYSTEM);
        assertThat(show.rows().stream().filter(HandleRow::kernelHandle).map(row -> row.change().toString())).contains("OPENED");
        show.at("The user closes it");
        assertThat(show.whyAlive("Something to share")).isEqualTo("Alive because gizmo.sys holds a pointer to it.");
        show.at("And lets go");
        assertThat(show.whyAlive("Something to share")).startsWith("Gone:");
    }

    @Test
    void driverTrustIsFooledInGreenAndNotFooledInRed() {
        Showing show = Showing.of("driver-trust");
        assertThat(show.at("Not fooled").status()).isEqualTo("STATUS_ACCESS_DENIED");
        assertThat(show.at("Four: a file for an event").status()).isEqualTo("STATUS_OBJECT_TYPE_MISMATCH");
        show.at("And that is the end of it");
        assertThat(show.frame().status().bugCheck()).contains("0x18");
        assertThat(show.findings().misuses()).extracting(FindingsFrame.Misuse::kind).hasSize(8);
    }

    @Test
    void driverVerifierStopsAtTheCallItself() {
        Showing show = Showing.of("driver-trust-verifier").at("The right way");
        assertThat(show.frame().status().bugCheck()).isEmpty();
        show.at("The same handle, as kernel mode");
        assertThat(show.frame().status().bugCheck()).contains("0xC4").contains("0xF6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "crash"})
    void atAnEndOfTheProgramAllRequestsAreCompletedAndNothingIsLeft(String ending) {
        Showing show = Showing.of("inverted-call-" + ending).at("A second one");
        assertThat(show.run().machine().kernel().irps().all()).hasSize(2);
        assertThat(FrameText.graph(show.select("fred").frame().graph()))
                .contains("..> IRP_MJ_DEVICE_CONTROL").contains("gizmo.sys ..> IRP_MJ_DEVICE_CONTROL").contains("(sent by)");
        show.at("Nothing is left");
        assertThat(show.run().machine().kernel().irps().all()).isEmpty();
        assertThat(show.frame().processes().rows()).noneMatch(row -> row.name().equals("fred.exe") && row.change() != Change.CLOSED);
        assertThat(show.whyAlive("An event to wait on")).startsWith("Gone:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit, The end in order", "crash, The same order"})
    void anEndCancelsTheRequestsThenClosesTheHandlesAndTheFileGoesWithTheLastOne(String ending) {
        Showing show = Showing.of("inverted-call-" + ending.split(", ")[0])
                .at(ending.split(", ")[1].replace("end in", "end, in"));

        assertThat(show.order()).containsExactly(
                "CANCEL", "COMPLETED STATUS_CANCELLED", "CANCEL", "COMPLETED STATUS_CANCELLED",
                "close 0x4", "close 0x8", "close 0xC", "CLEANUP", "CLOSE", "close 0x10", "close 0x14", "CLEANUP", "CLOSE", "close 0x18");
        assertThat(show.effects().subList(0, 2)).allMatch(line -> line.endsWith(": cancel requested, completed with STATUS_CANCELLED"));
        assertThat(show.effects()).contains("6 handles closed");
    }

    @Test
    void aParkedRequestHangsBetweenThreadDriverAndFileUntilItIsCompleted() {
        Showing show = Showing.of("inverted-call-event").at("The request stays with the driver");
        assertThat(show.edges()).containsExactly("+ fred.exe --> 0x14", "+ 0x14 --> File \\Device\\Gizmo",
                "+ gizmo.sys ..> IRP_MJ_DEVICE_CONTROL  (queued)", "+ Thread 16 ..> IRP_MJ_DEVICE_CONTROL  (sent by)",
                "+ IRP_MJ_DEVICE_CONTROL ..> File \\Device\\Gizmo  (keeps)",
                "File \\Device\\Gizmo ..> Device Gizmo  (opened on)");
        show.at("The program waits");
        assertThat(show.edges()).contains("+ 0x18 --> Event", "+ IRP_MJ_DEVICE_CONTROL ..> Event  (will set)",
                "+ Thread 16 ..> Event  (waiting thread)");
        assertThat(show.at("Something happens").edges()).contains("+ gizmo.sys ..> IRP_MJ_DEVICE_CONTROL  (taken by the driver)");
        show.at("It is completed");
        assertThat(show.edges()).containsExactly("+ fred.exe --> 0x18", "+ 0x18 --> Event");
        assertThat(show.order()).containsExactly("COMPLETED STATUS_SUCCESS");
    }

    @Test
    void aWaitThatTimesOutLeavesTheRequestAndItsCancelTakesItAway() {
        Showing show = Showing.of("inverted-call-timeout").at("Time is up");
        assertThat(show.edges()).contains("+ gizmo.sys ..> IRP_MJ_DEVICE_CONTROL  (queued)")
                .noneMatch(edge -> edge.contains("waiting thread"));
        show.at("Taken back");
        assertThat(show.edges()).containsExactly("+ fred.exe --> 0x14", "+ 0x14 --> File \\Device\\Gizmo",
                "File \\Device\\Gizmo ..> Device Gizmo  (opened on)");
        assertThat(show.order()).containsExactly("CANCEL", "COMPLETED STATUS_CANCELLED");
        assertThat(show.at("Now it may go").order()).containsExactly("close 0x14", "CLEANUP", "CLOSE");
    }

    @Test
    void aProcessThatCannotEndIsShownWithAllItHasAndWhatKeepsIt() {
        Showing show = Showing.of("inverted-call-bad-driver").at("It hangs");
        assertThat(show.order()).containsExactly("CANCEL");
        assertThat(show.edges()).contains("+ fred.exe --> 0x14", "+ fred.exe --> 0x18", "+ fred.exe ..> IRP_MJ_DEVICE_CONTROL  (sent by)");
        assertThat(show.at("Five minutes later").order()).startsWith("DISOWNED", "close 0x4").doesNotContain("COMPLETED");
    }

    @Test
    void aCompletedRequestWakesTheProgram() {
        Showing show = Showing.of("inverted-call-event").at("The program waits");
        int tid = show.run().machine().last().caller().tid();
        assertThat(show.run().machine().kernel().thread(tid).isWaiting()).isTrue();
        show.at("It is completed");
        assertThat(show.run().machine().kernel().thread(tid).isWaiting()).isFalse();
        assertThat(show.run().machine().kernel().irps().all()).isEmpty();
    }

    @Test
    void aCancelledRequestIsCompletedBeforeTheFileGoes() {
        Showing show = Showing.of("inverted-call-timeout").at("Time is up");
        assertThat(show.run().machine().kernel().irps().all()).hasSize(1);
        show.at("Taken back");
        assertThat(show.run().machine().kernel().irps().all()).isEmpty();
        assertThat(show.atEnd().findings().leaks()).isEmpty();
    }

    @Test
    void aBadDriverKeepsTheProcessUntilFiveMinutesAreOver() {
        Showing show = Showing.of("inverted-call-bad-driver").at("It hangs");
        assertThat(show.frame().processes().rows()).anyMatch(row -> row.name().equals("fred.exe") && row.handles() > 0);
        GraphFrame hangs = show.select("fred").frame().graph();
        assertThat(hangs.sentence()).endsWith("Terminating: waits for a request in gizmo.sys.");
        assertThat(hangs.nodes()).filteredOn(node -> node.kind() == GraphFrame.Kind.IRP)
                .extracting(GraphFrame.Node::detail).containsExactly("kept by gizmo.sys, in no queue · cancel requested");
        assertThat(FrameText.properties(show.frame().properties())).contains("terminating: waits for a request in gizmo.sys");
        assertThat(show.process("fred.exe").zombie()).as("it has not ended").isFalse();
        assertThat(show.process("fred.exe").terminating()).isEqualTo("waits for a request in gizmo.sys");
        show.at("Access granted, nothing gained");
        assertThat(show.status()).isEqualTo("STATUS_SUCCESS");
        assertThat(show.process("fred.exe").handles()).isGreaterThan(0);
        long before = show.run().time();
        show.at("Five minutes later");
        assertThat(show.run().time() - before).isEqualTo(300_000);
        show.atEnd();
        assertThat(show.run().machine().kernel().irps().all()).as("the driver still has it").hasSize(1);
        assertThat(show.frame().processes().rows()).noneMatch(row -> row.name().equals("fred.exe") && row.change() != Change.CLOSED);
    }
}
