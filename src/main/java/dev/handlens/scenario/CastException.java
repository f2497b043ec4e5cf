package dev.handlens.scenario;

/// Thrown when a member of the cast cannot be set up at position 0.
final class CastException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Scenario.CastMember member;

    /// @param member the member
    /// @param message what failed, and the way out
    CastException(Scenario.CastMember member, String message) {
        super(message);
        this.member = member;
    }

    /// Returns the member that cannot be set up.
    Scenario.CastMember member() {
        return member;
    }
}
