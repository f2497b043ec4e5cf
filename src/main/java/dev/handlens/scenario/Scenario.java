package dev.handlens.scenario;

import dev.handlens.kernel.Buffer;
import dev.handlens.kernel.MachineConfig;
import dev.handlens.kernel.io.DriverBehavior;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A scenario file, read and checked.
///
/// @param name short name: the file name without extension
/// @param title its title
/// @param summary one sentence for lists of scenarios; may be empty
/// @param machine the machine it runs on
/// @param pace simulated ms before each step that does not say otherwise
/// @param cast who takes part, in the order of the file
/// @param opening how the window opens
/// @param listings source listings
/// @param blocks the steps
/// @param finals what must hold at the end
/// @param variables names of all variables; their place in the list is their slot
public record Scenario(
        String name, String title, String summary, MachineConfig machine, long pace, List<CastMember> cast, Opening opening,
        List<Listing> listings, List<Block> blocks, Finals finals, List<String> variables) {

    /// Name that stands for the System process in every scenario.
    public static final String SYSTEM = "System";

    /// Who takes part: a process, a thread or a driver.
    public sealed interface CastMember {
        /// The name that steps use.
        String name();

        /// A process.
        ///
        /// @param image file name of the program
        /// @param parent name of the cast member that is its parent, or null
        /// @param pid the id to give, or 0 for the next free one
        /// @param loader whether the handles that system DLLs open at start are opened
        /// @param tracing whether handle tracing is on from the start, as under Application Verifier
        /// @param later whether a step makes it rather than the start of the scenario
        /// @param limits its privileges and quota
        record ProcessMember(String name, String image, String parent, int pid, boolean loader, boolean tracing,
                boolean later, Limits limits) implements CastMember {}

        /// A further thread of a process.
        ///
        /// @param process name of the process
        /// @param start its start routine, for people
        /// @param tid the id to give, or 0 for the next free one
        /// @param later whether a step makes it
        record ThreadMember(String name, String process, String start, int tid, boolean later) implements CastMember {}

        /// A driver with its devices.
        ///
        /// @param image file name, such as `gizmo.sys`
        /// @param devices full names of its devices
        /// @param behavior how it answers
        record DriverMember(String name, String image, List<String> devices, DriverBehavior behavior) implements CastMember {}
    }

    /// What a process may.
    ///
    /// @param privileges the privileges it holds, all of them; null for what everybody has
    /// @param pagedQuota bytes of paged pool at most; -1 for no limit
    /// @param nonpagedQuota bytes of nonpaged pool at most; -1 for no limit
    public record Limits(List<String> privileges, long pagedQuota, long nonpagedQuota) {
        /// What a process may of which nothing is said.
        public static final Limits NONE = new Limits(null, -1, -1);
    }

    /// How the window opens.
    ///
    /// @param select cast name of the process whose handles are listed, or null for the first
    /// @param polling whether to watch as Process Explorer does
    /// @param interval simulated ms between two polls
    /// @param highlight simulated ms that changes stay coloured; 0 until the next step, `Long.MAX_VALUE` for ever
    /// @param unnamed whether unnamed handles are listed
    public record Opening(String select, boolean polling, long interval, long highlight, boolean unnamed) {
        /// What a scenario has that says nothing: every event, coloured until the next step.
        public static final Opening STANDARD = new Opening(null, false, 1_000, 0, false);
    }

    /// A source listing.
    ///
    /// @param name such as `fred.cpp`
    /// @param lines its lines
    public record Listing(String name, List<String> lines) {}

    /// A step, or steps that are repeated.
    public sealed interface Block permits Step, Repeat {}

    /// Steps that are repeated.
    ///
    /// @param times how often, at least 1
    /// @param every simulated ms that a round takes; more when its steps need more. See `Program` for the clock
    /// @param body what is repeated
    /// @param place where it stands
    public record Repeat(int times, long every, List<Block> body, Place place) implements Block {}

    /// One step. What it does not say is empty text, an empty list, or null where noted.
    ///
    /// @param id number of the step in the file, from 0; a repeated step has one id
    /// @param place where it stands
    /// @param title heading of the walkthrough
    /// @param say narration, Markdown
    /// @param notes for the presenter
    /// @param listing name of the listing with the current line, or empty
    /// @param firstLine first current line, 1-based, or 0
    /// @param lastLine last current line
    /// @param ask question to the room
    /// @param answer its answer
    /// @param after simulated ms that pass before it; -1 when it does not say: the scenario's pace, or none inside a repeat
    /// @param call the call it makes, or null
    /// @param forget variables that go out of scope after it
    public record Step(
            int id, Place place, String title, String say, String notes, String listing, int firstLine, int lastLine, String ask,
            String answer, long after, Call call, List<Integer> forget) implements Block {}

    /// A call in a step.
    ///
    /// @param service the name as written, such as `CloseHandle` or `NtClose`
    /// @param in cast name of the process or thread that makes it
    /// @param kernelMode whether code in kernel mode makes the call; `Machine` says which previous mode that gives
    /// @param arguments what the file says, in its order, for people and for writing the file again
    /// @param builder makes the kernel's call from the values of variables
    /// @param handleUses what it uses as handles of the caller's process: variables and numbers
    /// @param result slot of the variable that takes the new handle, or -1
    /// @param collect whether the result is added to a collection rather than replacing the variable
    /// @param creates cast name bound to the process or thread it makes, or empty
    /// @param value handle value that the new handle must get, or 0
    /// @param stack call stack, innermost frame first
    /// @param expect what must come of it
    /// @param buffer where the pointers lead that the call is handed
    /// @param caught whether an exception that it raises is caught
    public record Call(
            String service, String in, boolean kernelMode, List<Argument> arguments, CallBuilder builder, List<Operand> handleUses,
            int result, boolean collect, String creates, long value, List<String> stack, Expect expect, Buffer buffer, boolean caught) {}

    /// An argument as written.
    public record Argument(String name, String text) {}

    /// What must come of a call; null or -1 where nothing is said.
    ///
    /// @param status status name, or null: then the call must succeed
    /// @param anyStatus whether every status will do
    /// @param handle new handle value, or null
    /// @param handleCount handles to the object that the call is about, or -1
    /// @param pointerCount references to it, or -1
    /// @param access granted access of the new handle, or null
    /// @param information previous state, previous count or wait index, or null
    /// @param attributes attributes of the handle that the call gives or uses, those that belong to its object included, or null
    /// @param pool bytes that a pool tag must have in use afterwards, by tag of four characters
    /// @param waits how the last wait of a thread must have ended afterwards, or `waiting`, by cast name
    public record Expect(String status, boolean anyStatus, Long handle, long handleCount, long pointerCount, Integer access,
            Long information, Integer attributes, SequencedMap<String, Long> pool,
            SequencedMap<String, String> waits) {
        /// The call must succeed; nothing else is said.
        public static final Expect SUCCESS = status(null, false);

        /// The call must have a status; nothing else is said.
        ///
        /// @param status status name, or null
        /// @param any whether every status will do
        public static Expect status(String status, boolean any) {
            return new Expect(status, any, null, -1, -1, null, null, null, new LinkedHashMap<>(),
                    new LinkedHashMap<>());
        }
    }

    /// What must hold at the end; null where nothing is said.
    ///
    /// @param leaks leaks that must be found, all of them and no others; an empty list for none
    /// @param misuses misuse that must be found, all of it and no other
    public record Finals(List<ExpectedLeak> leaks, List<ExpectedMisuse> misuses) {}

    /// A leak to be found.
    ///
    /// @param process cast name
    /// @param type type name, such as `Event`
    /// @param count handles leaked
    /// @param at start of the call site, such as `fred!Worker`; empty for any
    public record ExpectedLeak(String process, String type, long count, String at, Place place) {}

    /// Misuse to be found.
    ///
    /// @param process cast name
    /// @param kind such as `double-close`
    /// @param count how often
    public record ExpectedMisuse(String process, String kind, long count, Place place) {}
}
