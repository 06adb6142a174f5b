package dev.lockstile.test;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Compiles proposed entities, as a host would that copies them into its source tree. */
public final class ProposedEntities {

    private ProposedEntities() {}

    /** Writes the sources, by their simple names, into the folder and loads what they compile to. */
    public static List<Class<?>> compile(Map<String, String> sources, String packageName, Path folder) {
        try {
            Path out = Files.createDirectories(folder);
            List<String> arguments = new ArrayList<>(
                    List.of("-proc:none", "-nowarn", "-classpath", System.getProperty("java.class.path")));
            arguments.addAll(List.of("-d", out.toString()));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = out.resolve(source.getKey() + ".java");
                arguments.add(Files.writeString(file, source.getValue()).toString());
            }
            int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (code != 0) {
                throw new IllegalStateException("the proposed entities do not compile");
            }
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {out.toUri().toURL()}, ProposedEntities.class.getClassLoader());
            List<Class<?>> classes = new ArrayList<>();
            for (String name : sources.keySet()) {
                classes.add(loader.loadClass(packageName + "." + name));
            }
            return classes;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
