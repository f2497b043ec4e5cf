package dev.handlens.lens;

/// A term of the filter field that cannot be understood. The message is shown as it is.
final class FilterMistake extends Exception {
    private static final long serialVersionUID = 1;

    FilterMistake(String sentence) {
        super(sentence);
    }
}
