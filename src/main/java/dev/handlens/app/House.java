package dev.handlens.app;

import dev.handlens.lens.FindingsFrame;
import java.util.List;

/// The rooms of the real program, put together.
final class House {
    private House() {}

    /// The wiring that `main` uses.
    static Wiring wiring() {
        return new Wiring(
                request -> {
                    throw new UserError("the window is not in this build; use `handlens run " + request.file() + "`.");
                },
                request -> {
                    throw new UserError("pictures are not in this build; use `handlens run`.");
                },
                (machine, out) -> out.write("{}"),
                machine -> new FindingsFrame(List.of(), List.of(), List.of()),
                () -> {
                    throw new UnsupportedOperationException("schema");
                },
                Display::probe);
    }
}
