package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.BuildFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** web/pages/README.md names the templates and tokens that there are, and counts the texts. */
class PagesDocumentTest {

    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");
    private static final Pattern TOKEN = Pattern.compile("^  --([a-z-]+): ", Pattern.MULTILINE);

    @Test
    void the_templates_are_those_of_the_jar() throws IOException {
        try (Stream<Path> files = Files.list(resources())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".html"))
                            .map(name -> name.replace(".html", ""))
                            .sorted())
                    .isEqualTo(PageTemplates.NAMES);
        }
        assertThat(listAfter("**Templates**")).isEqualTo(PageTemplates.NAMES);
    }

    @Test
    void the_tokens_are_those_of_the_style_sheet() throws IOException {
        assertThat(TOKEN.matcher(Files.readString(resources().resolve("pages.css")))
                        .results()
                        .map(token -> token.group(1)))
                .isEqualTo(StyleTokens.NAMES);
        assertThat(listAfter("**Style tokens**")).isEqualTo(StyleTokens.NAMES);
    }

    @Test
    void the_texts_have_the_same_names_in_each_language() {
        Texts.all()
                .forEach((language, texts) -> assertThat(texts.words().keySet())
                        .as(language)
                        .isEqualTo(Texts.all().get("en").words().keySet()));
    }

    /** The names of the paragraph after the one that begins so. */
    private static List<String> listAfter(String beginning) throws IOException {
        String rest = document().substring(document().indexOf(beginning));
        return NAME.matcher(rest.split("\n\n")[1])
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    private static String document() throws IOException {
        return Files.readString(BuildFolder.root().resolve("web/pages/README.md"));
    }

    private static Path resources() {
        return BuildFolder.root().resolve("web/pages/src/main/resources/dev/lockstile/auth/pages");
    }
}
