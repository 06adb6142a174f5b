package dev.lockstile.proofs;

import dev.lockstile.test.BuildFolder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The published modules on this test's class path, with their POMs, as a Maven repository in a folder. Their version is
 * one that no other repository of the machine has.
 */
final class StagedModules {

    static final String VERSION = "0-stranger";

    private static final Pattern TREE = Pattern.compile("(?m)^ {2}<version>(.*)</version>$");
    private static final Pattern ARTIFACT = Pattern.compile("(?m)^ {2}<artifactId>(.*)</artifactId>$");

    private final Path root;
    private final Path folder;
    private final String tree;

    private StagedModules(Path root, Path folder) throws IOException {
        this.root = root;
        this.folder = folder;
        this.tree = "<version>" + first(TREE, Files.readString(root.resolve("pom.xml"))) + "</version>";
    }

    /** Puts them into the folder. */
    static void into(Path folder) throws IOException {
        StagedModules modules = new StagedModules(BuildFolder.root(), folder);
        modules.pom("lockstile", Files.readString(modules.root.resolve("pom.xml")));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            modules.stage(Path.of(entry).toAbsolutePath());
        }
    }

    private void stage(Path entry) throws IOException {
        if (!entry.startsWith(root) || isOfTests(entry)) {
            return;
        }
        String text = Files.readString(pom(entry));
        if (text.contains("<maven.deploy.skip>true<") || !text.contains("<groupId>dev.lockstile</groupId>")) {
            return;
        }
        String artifact = first(ARTIFACT, text);
        pom(artifact, text);
        Files.copy(Files.isDirectory(entry) ? jar(entry) : entry, target(artifact, "jar"));
    }

    private static boolean isOfTests(Path entry) {
        return entry.endsWith("test-classes") || entry.toString().endsWith("-tests.jar");
    }

    /** A module that comes from a repository has its description beside it. */
    private static Path pom(Path entry) {
        Path published = entry.resolveSibling(entry.getFileName().toString().replaceFirst("[.]jar$", ".pom"));
        if (!published.equals(entry) && Files.exists(published)) {
            return published;
        }
        Path folder = entry.getParent();
        while (!Files.exists(folder.resolve("pom.xml"))) {
            folder = folder.getParent();
        }
        return folder.resolve("pom.xml");
    }

    private void pom(String artifact, String text) throws IOException {
        Files.writeString(target(artifact, "pom"), text.replace(tree, "<version>" + VERSION + "</version>"));
    }

    private Path target(String artifact, String extension) throws IOException {
        Path target = folder.resolve("dev/lockstile").resolve(artifact).resolve(VERSION);
        Files.createDirectories(target);
        return target.resolve(artifact + "-" + VERSION + "." + extension);
    }

    /** Tests may run before anything is packaged. */
    private Path jar(Path classes) throws IOException {
        Path jar = Files.createTempFile(folder, "classes", ".jar");
        List<Path> files;
        try (Stream<Path> found = Files.walk(classes)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files) {
                entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
            }
        }
        return jar;
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern);
        }
        return found.group(1);
    }
}
