package dev.lockstile.auth.schema.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A host's class path that a test writes: changelogs, files and classes, which may vanish again. */
public final class HostFolder {

    private final Path root;

    public HostFolder(Path root) {
        this.root = root;
    }

    public HostFolder write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An XML changelog with that logical path, or with none. */
    public HostFolder changelog(String path, String logicalPath, String body) {
        String logical = logicalPath.isEmpty() ? "" : " logicalFilePath=\"" + logicalPath + "\"";
        return write(path, """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"%s>
                %s
                </databaseChangeLog>
                """.formatted(logical, body));
    }

    public HostFolder delete(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles a class into the folder. */
    public HostFolder compile(String name, String source) {
        String path = name.replace('.', '/');
        write(path + ".java", source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int failed = compiler.run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                root + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                "-d",
                root.toString(),
                root.resolve(path + ".java").toString());
        if (failed != 0) {
            throw new IllegalStateException(name + " does not compile");
        }
        return this;
    }

    /** A custom change that does nothing, implementing these interfaces besides. */
    public HostFolder customChange(String name, String more, String body) {
        int dot = name.lastIndexOf('.');
        return compile(name, """
                package %s;
                public class %s implements liquibase.change.custom.CustomTaskChange%s {
                    public void execute(liquibase.database.Database database) {}
                    public String getConfirmationMessage() { return "done"; }
                    public void setUp() {}
                    public void setFileOpener(liquibase.resource.ResourceAccessor files) {}
                    public liquibase.exception.ValidationErrors validate(liquibase.database.Database database) {
                        return new liquibase.exception.ValidationErrors();
                    }
                    %s
                }
                """.formatted(name.substring(0, dot), name.substring(dot + 1), more, body));
    }

    /** A class loader that sees the folder as it is now, and others after it. */
    public ClassLoader loader(HostFolder... others) {
        List<URL> urls = new ArrayList<>();
        try {
            urls.add(root.toUri().toURL());
            for (HostFolder other : others) {
                urls.add(other.root.toUri().toURL());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new URLClassLoader(urls.toArray(URL[]::new), HostFolder.class.getClassLoader());
    }
}
