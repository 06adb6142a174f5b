package dev.lockstile.auth.pages;

import dev.lockstile.auth.message.LanguageFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Templates and texts of a host that replace single built-in ones. The names are checked when the {@link PagesServlet}
 * is created.
 *
 * <p>A folder has templates as {@code <name>.html}, and the changed texts of a language as
 * {@code texts_<language>.properties} in UTF-8. Files are read once; other files are not allowed.
 */
public final class PageOverrides {

    private final Map<String, String> templates = new HashMap<>();
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final List<String> otherFiles = new ArrayList<>();

    private PageOverrides() {}

    /** {@return no overrides} */
    public static PageOverrides none() {
        return new PageOverrides();
    }

    /**
     * {@return overrides from the files of a folder}
     *
     * @param folder on the file system, read now
     * @throws dev.lockstile.auth.AuthSetupException when there is no such folder
     * @throws java.io.UncheckedIOException when a file cannot be read as UTF-8
     */
    public static PageOverrides inFolder(Path folder) {
        return of(OverrideFiles.inFolder(folder));
    }

    /**
     * {@return overrides from the files of a folder on the class path, such as {@code branding/pages}}
     *
     * @param loader finds the folder, in a directory or a jar
     * @param folder its name, without a leading slash
     * @throws dev.lockstile.auth.AuthSetupException when there is no such folder
     * @throws java.io.UncheckedIOException when a file cannot be read as UTF-8
     */
    public static PageOverrides onClassPath(ClassLoader loader, String folder) {
        return of(OverrideFiles.onClassPath(loader, folder));
    }

    /**
     * {@return a copy with another template}
     *
     * @param name of the replaced template, such as {@code sign-in}
     * @param content the template itself, not the name of a file; checked when the servlet is created
     */
    public PageOverrides withTemplate(String name, String content) {
        PageOverrides copy = copy();
        copy.templates.put(Objects.requireNonNull(name), Objects.requireNonNull(content));
        return copy;
    }

    /**
     * {@return a copy with another text}
     *
     * @param language such as {@code en}
     * @param key of the replaced text, such as {@code signIn.title}
     * @param text with the same placeholders as the built-in one
     */
    public PageOverrides withText(String language, String key, String text) {
        PageOverrides copy = copy();
        copy.texts
                .computeIfAbsent(Objects.requireNonNull(language), any -> new HashMap<>())
                .put(Objects.requireNonNull(key), Objects.requireNonNull(text));
        return copy;
    }

    /** The same with the host's files of a language; what is named in code or in a folder comes before them. */
    PageOverrides withLanguageFiles(LanguageFiles files) {
        PageOverrides all = new PageOverrides();
        all.templates.putAll(templates);
        all.otherFiles.addAll(otherFiles);
        files.texts(null).forEach((language, words) -> all.texts.put(language, new HashMap<>(words)));
        texts.forEach((language, words) ->
                all.texts.computeIfAbsent(language, any -> new HashMap<>()).putAll(words));
        return all;
    }

    private static PageOverrides of(OverrideFiles files) {
        PageOverrides overrides = new PageOverrides();
        overrides.templates.putAll(files.templates());
        overrides.texts.putAll(files.texts());
        overrides.otherFiles.addAll(files.others());
        return overrides;
    }

    private PageOverrides copy() {
        PageOverrides copy = new PageOverrides();
        copy.templates.putAll(templates);
        texts.forEach((language, ofLanguage) -> copy.texts.put(language, new HashMap<>(ofLanguage)));
        copy.otherFiles.addAll(otherFiles);
        return copy;
    }

    Map<String, String> templates() {
        return Map.copyOf(templates);
    }

    /** By language and key. */
    Map<String, Map<String, String>> texts() {
        return Map.copyOf(texts);
    }

    /** Files of the folder that are neither a template nor texts. */
    List<String> otherFiles() {
        return List.copyOf(otherFiles);
    }
}
