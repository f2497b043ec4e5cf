package dev.handlens.app;

import java.lang.module.ModuleDescriptor;
import picocli.CommandLine.IVersionProvider;

/// The version of this build. The compiler writes it into the module descriptor, so there is no second place to keep it.
public final class Version implements IVersionProvider {
    /// For picocli.
    public Version() {}

    /// The version, such as `0.1.0`; `unknown` when the classes do not run as a module.
    public static String current() {
        ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
        if (descriptor == null) {
            return "unknown";
        }
        return descriptor.rawVersion().orElse("unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"handlens " + current(), "Java " + Runtime.version() + ", " + System.getProperty("os.name")};
    }
}
