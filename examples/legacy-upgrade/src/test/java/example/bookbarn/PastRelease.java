package example.bookbarn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import javax.tools.ToolProvider;

/** Classes as they were in an old release, in the place of today's of the same name. */
final class PastRelease extends URLClassLoader {

    private final Set<String> names;

    private PastRelease(URL classes, Set<String> names) {
        super(new URL[] {classes}, PastRelease.class.getClassLoader());
        this.names = names;
    }

    /** Compiles the sources kept under {@code past}. */
    static PastRelease of(Path folder, String... names) {
        try {
            for (String name : names) {
                compile(folder, name);
            }
            return new PastRelease(folder.toUri().toURL(), Set.of(names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Today's class path without these classes: as after a clean-up of the code. */
    static PastRelease without(Path emptyFolder, String... names) {
        try {
            return new PastRelease(emptyFolder.toUri().toURL(), Set.of(names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs something with these classes as the host's. */
    void run(Runnable deed) {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            deed.run();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!names.contains(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public URL getResource(String name) {
        boolean hidden = names.stream().anyMatch(n -> name.equals(n.replace('.', '/') + ".class"));
        return hidden ? findResource(name) : super.getResource(name);
    }

    private static void compile(Path folder, String name) throws IOException {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        Path source = folder.resolve(simple + ".java");
        try (InputStream in = Objects.requireNonNull(
                PastRelease.class.getResourceAsStream("/past/" + simple + ".java.txt"), simple)) {
            Files.copy(in, source);
        }
        String[] arguments = {
            "-proc:none",
            "-nowarn",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            source.toString()
        };
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
            throw new IllegalStateException(name + " of the past does not compile");
        }
    }
}
