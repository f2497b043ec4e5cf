package dev.handlens.lens;

import dev.handlens.kernel.Kernel;
import dev.handlens.kernel.ob.DirectoryObject;
import dev.handlens.kernel.ob.KObject;
import dev.handlens.kernel.ob.SymbolicLinkObject;
import java.util.Locale;

/// The object namespace as a tree, as WinObj lists it: what has a name, of which type it is, and where links lead.
public final class NamespaceText {
    private static final int INDENT = 2;
    private static final int NAME_COLUMN = 40;
    private static final int TYPE_COLUMN = 16;

    private final Kernel kernel;
    private final StringBuilder text = new StringBuilder();

    private NamespaceText(Kernel kernel) {
        this.kernel = kernel;
    }

    /// A line for each object that has a name, children below their directory in the order of their names; lines end with a line feed.
    public static String of(Kernel kernel) {
        NamespaceText tree = new NamespaceText(kernel);
        tree.add("\\", kernel.object(kernel.rootDirectory()), 0);
        return tree.text.toString();
    }

    private void add(String name, KObject object, int depth) {
        String target = object instanceof SymbolicLinkObject link ? "-> " + link.target() : "";
        String line = String.format(Locale.ROOT, "%-" + NAME_COLUMN + "s %-" + TYPE_COLUMN + "s %s",
                " ".repeat(INDENT * depth) + name, object.type().typeName(), target);
        text.append(line.stripTrailing()).append('\n');
        if (object instanceof DirectoryObject directory) {
            directory.entries().forEach((child, id) -> add(child, kernel.object(id), depth + 1));
        }
    }
}
