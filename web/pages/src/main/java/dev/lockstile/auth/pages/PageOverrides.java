package dev.lockstile.auth.pages;

import dev.lockstile.auth.message.LanguageFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Templates and texts of a host that replace ours one by one; everything that is not here stays ours. The names are
 * checked when the {@link PagesServlet} is made.
 *
 * <p>In a folder a template is the file {@code <name>.html}, and the texts of a language are the file
 * {@code texts_<language>.properties} in UTF-8, with the keys that differ. Files are read once; no other file is
 * allowed.
 */
public final class PageOverrides {

    private final Map<String, String> templates = new HashMap<>();
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final List<String> otherFiles = new ArrayList<>();

    private PageOverrides() {}

    /** {@return nothing of the host's: every template and text is ours} */
    public static PageOverrides none() {
        return new PageOverrides();
    }

    /**
     * {@return the files of a folder}
     *
     * @param folder on the file system, read now
     * @throws dev.lockstile.auth.AuthSetupException when there is no such folder
     * @throws java.io.UncheckedIOException when a file cannot be read as UTF-8
     */
    public static PageOverrides inFolder(Path folder) {
        return of(OverrideFiles.inFolder(folder));
    }

    /**
     * {@return the files of a folder on the class path, such as {@code branding/pages}}
     *
     * @param loader finds the folder, in a directory or a jar
     * @param folder its name, without a slash at the beginning
     * @throws dev.lockstile.auth.AuthSetupException when there is no such folder
     * @throws java.io.UncheckedIOException when a file cannot be read as UTF-8
     */
    public static PageOverrides onClassPath(ClassLoader loader, String folder) {
        return of(OverrideFiles.onClassPath(loader, folder));
    }

    /**
     * {@return these and one more template}
     *
     * @param name of the template it takes the place of, such as {@code sign-in}
     * @param content the template itself, not the name of a file; checked when the servlet is made
     */
    public PageOverrides withTemplate(String name, String content) {
        PageOverrides copy = copy();
        copy.templates.put(Objects.requireNonNull(name), Objects.requireNonNull(content));
        return copy;
    }

    /**
     * {@return these and one more text}
     *
     * @param language such as {@code en}
     * @param key of the text it takes the place of, such as {@code signIn.title}
     * @param text with the same placeholders as ours
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
