package dev.lockstile.auth.pages;

import dev.lockstile.auth.AuthSetupException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a host's folder, sorted by what they are.
 *
 * @param templates by name
 * @param texts by language and key
 * @param others names of files that are neither
 */
record OverrideFiles(Map<String, String> templates, Map<String, Map<String, String>> texts, List<String> others) {

    private static final String TEMPLATE = ".html";
    private static final Pattern TEXTS = Pattern.compile("texts_(?<language>.+)\\.properties");

    static OverrideFiles inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw noFolder(folder.toString());
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path entry : entries.toList()) {
                byte[] content = Files.isDirectory(entry) ? new byte[0] : Files.readAllBytes(entry);
                files.put(String.valueOf(entry.getFileName()) + (Files.isDirectory(entry) ? "/" : ""), content);
            }
            return of(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OverrideFiles onClassPath(ClassLoader loader, String folder) {
        String path = folder.replaceAll("^/+|/+$", "");
        URL found = path.isEmpty() ? null : loader.getResource(path + "/");
        if (found == null) {
            throw noFolder("classpath:" + folder);
        }
        if (found.getProtocol().equals("file")) {
            return inFolder(Path.of(URI.create(found.toString())));
        }
        try {
            URLConnection connection = found.openConnection();
            if (!(connection instanceof JarURLConnection jar)) {
                throw noFolder("classpath:" + folder);
            }
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                return of(entries(file, path + "/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> entries(JarFile jar, String prefix) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().startsWith(prefix) && !entry.getName().equals(prefix)) {
                files.put(
                        entry.getName().substring(prefix.length()),
                        jar.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private static OverrideFiles of(Map<String, byte[]> files) throws IOException {
        OverrideFiles sorted = new OverrideFiles(new HashMap<>(), new HashMap<>(), new ArrayList<>());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String name = file.getKey();
            Matcher texts = TEXTS.matcher(name);
            if (name.endsWith(TEMPLATE)) {
                sorted.templates.put(name.substring(0, name.length() - TEMPLATE.length()), utf8(file.getValue()));
            } else if (texts.matches()) {
                sorted.texts.put(texts.group("language"), properties(utf8(file.getValue())));
            } else {
                sorted.others.add(name);
            }
        }
        return sorted;
    }

    /** Refuses what is no UTF-8, where {@code new String} would put replacement characters onto a page. */
    private static String utf8(byte[] content) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    private static Map<String, String> properties(String content) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(content));
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private static AuthSetupException noFolder(String folder) {
        return new AuthSetupException(List.of(
                "page-folder: there is no folder " + folder + " with templates and texts; name one that exists"));
    }
}
