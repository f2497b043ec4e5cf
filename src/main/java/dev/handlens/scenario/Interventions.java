package dev.handlens.scenario;

import dev.handlens.kernel.Buffer;
import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.KernelCall;
import java.util.List;

/// What a person does to a running scenario, as steps like any other: they can be undone, run again and saved.
public final class Interventions {
    private static final Place NOWHERE = new Place(0, 0);
    private static final Scenario.Expect ANYTHING = Scenario.Expect.status(null, true);

    private Interventions() {}

    /// A handle is closed in its process, as the process itself would close it.
    ///
    /// @param castName name of the process
    /// @param handle the handle value
    public static Scenario.Step close(String castName, long handle) {
        boolean kernelHandle = castName.equals(Scenario.SYSTEM);
        long value = kernelHandle ? handle | Kernel.KERNEL_HANDLE_BITS : handle;
        List<Scenario.Argument> arguments = List.of(new Scenario.Argument("handle", String.format("0x%X", value)));
        return step("You close " + String.format("0x%X", handle), "CloseHandle", castName, kernelHandle, arguments,
                _ -> new KernelCall.NtClose(value), List.of(new Operand.Literal(value)));
    }

    /// A process is ended.
    ///
    /// @param castName name of the process
    public static Scenario.Step kill(String castName) {
        return step("You end " + castName, "ExitProcess", castName, false, List.of(new Scenario.Argument("code", "1")),
                _ -> new KernelCall.NtTerminateProcess(Kernel.CURRENT_PROCESS, 1), List.of());
    }

    private static Scenario.Step step(
            String title, String service, String castName, boolean kernelMode, List<Scenario.Argument> arguments, CallBuilder builder,
            List<Operand> uses) {
        Scenario.Call call = new Scenario.Call(
                service, castName, kernelMode, arguments, builder, uses, -1, false, "", 0, List.of(), ANYTHING, Buffer.USER, false);
        return new Scenario.Step(0, NOWHERE, title, "", "", "", 0, 0, "", "", 0, call, List.of());
    }
}
