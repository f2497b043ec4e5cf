package dev.handlens.lens;

/// A column of the handle list: what can be shown, sorted by, copied, and named in the filter field.
public enum HandleField {
    HANDLE("handle"),
    TYPE("type"),
    NAME("name"),
    ACCESS("access"),
    ACCESS_MASK("mask"),
    ATTRIBUTES("attributes"),
    OBJECT("object"),
    COUNTS("counts"),
    HANDLE_COUNT("handles"),
    POINTER_COUNT("pointers"),
    INDEX("index"),
    OPENED("opened"),
    AGE("age"),
    OPENED_BY("site"),
    COMPONENT("component"),
    PROCESS("process"),
    PID("pid");

    private final String word;

    HandleField(String word) {
        this.word = word;
    }

    /// Returns the name of the column in the filter field, such as `site` in `site:OnRequest`.
    public String word() {
        return word;
    }
}
