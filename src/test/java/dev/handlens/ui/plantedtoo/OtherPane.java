package dev.handlens.ui.plantedtoo;

/// A pane that another planted pane knows.
public final class OtherPane {
    public void refresh() {}
}
