package packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The jar of a module, made ready to be linked.
final class ModuleJar {
    private static final String DESCRIPTOR = "module-info.class";
    private static final List<String> NATIVE = List.of(".so", ".dll", ".dylib");
    /// Where a class file says how old its form is: two bytes, after four of magic and two of minor version.
    private static final int MAJOR_VERSION_AT = 7;

    private ModuleJar() {}

    /// Copies a jar without its native libraries, which go to a folder of their own. A jar that is no module is left out: JavaFX has empty
    /// ones beside those of each system.
    static void copy(Path jar, Path modules, Path natives) throws IOException {
        Files.createDirectories(modules);
        Files.createDirectories(natives);
        try (ZipFile from = new ZipFile(jar.toFile())) {
            if (from.stream().noneMatch(entry -> entry.getName().endsWith(DESCRIPTOR))) {
                return;
            }
            try (OutputStream file = Files.newOutputStream(modules.resolve(jar.getFileName())); ZipOutputStream to = new ZipOutputStream(file)) {
                for (ZipEntry entry : from.stream().filter(entry -> !entry.isDirectory()).toList()) {
                    byte[] bytes = read(from, entry);
                    if (NATIVE.stream().anyMatch(entry.getName()::endsWith)) {
                        Files.write(natives.resolve(Path.of(entry.getName()).getFileName()), bytes);
                        continue;
                    }
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(entry.getName().endsWith(".class") ? modern(bytes, from) : bytes);
                    to.closeEntry();
                }
            }
        }
    }

    /// The cache of loaded classes takes none in the form of Java 5, which picocli's are in; loading those alone was a seventh of a start.
    /// The same class in the form of Java 8 has stack maps, and says nothing else.
    private static byte[] modern(byte[] bytes, ZipFile jar) {
        if (bytes[MAJOR_VERSION_AT] >= ClassFile.JAVA_7_VERSION) {
            return bytes;
        }
        ClassFile classFile = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(type -> open(jar, type)).orElse(ClassHierarchyResolver.defaultResolver())));
        ClassTransform version = ClassTransform.endHandler(builder -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0));
        return classFile.transformClass(classFile.parse(bytes), ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(version));
    }

    /// A class of a jar, or null when it is not in it.
    private static InputStream open(ZipFile jar, ClassDesc type) {
        String descriptor = type.descriptorString();
        ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(ZipFile from, ZipEntry entry) throws IOException {
        try (InputStream bytes = from.getInputStream(entry)) {
            return bytes.readAllBytes();
        }
    }
}
