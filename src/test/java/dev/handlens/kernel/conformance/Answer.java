package dev.handlens.kernel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handlens.kernel.CallResult;
import dev.handlens.kernel.KernelCall;
import dev.handlens.kernel.NtStatus;

/// What a call answered, with words for what a case expects of it.
///
/// @param call the call, for messages
record Answer(KernelCall call, CallResult result) {
    /// Expects a status. A call that fails gives no handle.
    ///
    /// @return the new handle, or 0
    long is(NtStatus expected) {
        assertThat(result.status()).as(call.toString()).isEqualTo(expected);
        if (!expected.isSuccess()) {
            assertThat(result.handle()).as("handle given by " + call).isZero();
        }
        return result.handle();
    }

    /// Expects `STATUS_SUCCESS`.
    ///
    /// @return the new handle, or 0
    long ok() {
        return is(NtStatus.STATUS_SUCCESS);
    }

    /// Expects success, and a number beside it: a previous state, a count, the index of a wait.
    void ok(long information) {
        ok();
        assertThat(result.information()).as("what " + call + " reports").isEqualTo(information);
    }

    /// Expects success.
    ///
    /// @return the object, for calls that give a pointer
    int object() {
        ok();
        return result.object();
    }
}
