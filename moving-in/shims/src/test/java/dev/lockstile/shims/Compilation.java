package dev.lockstile.shims;

import dev.lockstile.shims.processor.ShimProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with or without the processor into a folder, and loads what came out. */
final class Compilation {

    private final Path folder;
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final StringWriter said = new StringWriter();

    Compilation(Path folder) {
        this.folder = folder;
    }

    Compilation with(String name, String source) {
        sources.add(new Source(name, source));
        return this;
    }

    boolean compile(boolean processing) {
        List<String> options = List.of(
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                processing ? "-Xlint:none" : "-proc:none");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaCompiler.CompilationTask task = compiler.getTask(said, null, null, options, null, sources);
        if (processing) {
            task.setProcessors(List.of(new ShimProcessor()));
        }
        return task.call();
    }

    String said() {
        return said.toString();
    }

    ClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, Compilation.class.getClassLoader());
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
