package dev.handlens.lens;

/// What a column of the handle list is about. It can be shown, sorted by, copied, and named in the filter field.
public enum HandleField {
    HANDLE, TYPE, NAME, ACCESS, ACCESS_MASK, ATTRIBUTES, OBJECT, COUNTS, HANDLE_COUNT, POINTER_COUNT, INDEX, OPENED, AGE, OPENED_BY, COMPONENT, PROCESS, PID
}
