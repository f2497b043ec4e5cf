package dev.handlens.kernel.se;

import java.util.List;

/// A privilege of a token: what its holder may do whatever an object's access list says. Here are those that decide something about
/// objects and handles.
public enum Privilege {
    /// Makes objects that stay without a handle.
    CREATE_PERMANENT("SeCreatePermanentPrivilege"),
    /// Opens any process or thread.
    DEBUG("SeDebugPrivilege"),
    /// Acts as part of the operating system: changes the session of a directory.
    TCB("SeTcbPrivilege"),
    /// Goes through directories without the right to traverse them. Everybody has it unless it is taken away.
    CHANGE_NOTIFY("SeChangeNotifyPrivilege"),
    /// Makes sections and symbolic links in the directory of another session.
    CREATE_GLOBAL("SeCreateGlobalPrivilege");

    /// What a process holds of which nothing is said.
    public static final int USUAL = CHANGE_NOTIFY.bit();

    private final String label;

    Privilege(String label) {
        this.label = label;
    }

    /// The name in the Windows headers.
    public String label() {
        return label;
    }

    /// Its bit in a set of privileges.
    public int bit() {
        return 1 << ordinal();
    }

    /// The set of some privileges.
    ///
    /// @param labels names, each of one of these
    /// @throws IllegalArgumentException if no privilege has such a name
    public static int bits(List<String> labels) {
        int bits = 0;
        for (String label : labels) {
            bits |= of(label).bit();
        }
        return bits;
    }

    private static Privilege of(String label) {
        for (Privilege privilege : values()) {
            if (privilege.label.equals(label)) {
                return privilege;
            }
        }
        throw new IllegalArgumentException("No privilege is named " + label);
    }
}
