package dev.handlens.scenario;

/// A mistake in a scenario file after which nothing more can be read. Becomes a `Diagnostic`.
final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Place place;

    Mistake(Place place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
