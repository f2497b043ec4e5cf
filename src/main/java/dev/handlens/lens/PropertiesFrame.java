package dev.handlens.lens;

import java.util.List;

/// The properties of the selected thing.
///
/// @param type what it is, such as `File` or `Process`
/// @param name its name, such as `\Device\Gizmo`; empty for none
/// @param gone what is gone of it; null while all of it is there
/// @param groups facts, in groups
/// @param holders who holds it
/// @param empty why there is nothing to show; empty text when there is something
public record PropertiesFrame(String type, String name, Gone gone, List<Group> groups, List<Holder> holders, String empty) {
    /// The properties of a thing that is there.
    public PropertiesFrame(String type, String name, List<Group> groups, List<Holder> holders, String empty) {
        this(type, name, null, groups, holders, empty);
    }

    /// What is gone.
    ///
    /// @param words such as `gone since step 9`, or `0x14 closed`
    /// @param entirely whether the thing itself is gone; otherwise only the selected handle to it
    public record Gone(String words, boolean entirely) {}

    /// Facts under a heading.
    ///
    /// @param title heading; empty for the first, basic group
    public record Group(String title, List<Fact> facts) {}

    /// A fact.
    ///
    /// @param label such as `Handle count`
    /// @param value such as `2`
    /// @param mono whether the value is an address, a handle or code
    /// @param remark quieter words after the value, such as `was 3`; may be empty
    public record Fact(String label, String value, boolean mono, String remark) {}

    /// A reference to the object, with its cause.
    ///
    /// @param handle whether it is a handle; otherwise a pointer reference
    /// @param who such as `fred.exe 0x18` or `running thread`
    /// @param detail access of the handle, or the step that made the reference
    /// @param selection what to select when it is clicked, or null
    public record Holder(boolean handle, String who, String detail, Selection selection) {}
}
