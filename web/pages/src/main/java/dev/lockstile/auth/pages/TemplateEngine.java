package dev.lockstile.auth.pages;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.EscaperExtension;
import io.pebbletemplates.pebble.extension.i18n.I18nExtension;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders templates. All that is put into one is escaped for HTML, and no template can turn that off; it reads no other
 * file, calls no method but the form's, and a name that it gets wrong is an error, not a blank.
 */
final class TemplateEngine {

    private final PebbleEngine engine;

    TemplateEngine(PageTemplates templates) {
        this.engine = new PebbleEngine.Builder()
                .loader(new NamedLoader(templates))
                .autoEscaping(true)
                .strictVariables(true)
                .methodAccessValidator(TemplateEngine::isReadable)
                .registerExtensionCustomizer(Restricted::new)
                .extension(new PageFilters())
                .build();
    }

    String render(String template, Map<String, @Nullable Object> model) throws IOException {
        StringWriter out = new StringWriter();
        engine.getTemplate(template).evaluate(out, model);
        return out.toString();
    }

    /** What is wrong with the syntax of a template. */
    Optional<String> problem(String template) {
        try {
            engine.getTemplate(template);
            return Optional.empty();
        } catch (PebbleException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isReadable(Object object, Method method) {
        return object instanceof Fields && Set.of("getValues", "getErrors").contains(method.getName());
    }

    private record NamedLoader(PageTemplates templates) implements Loader<String> {

        @Override
        public Reader getReader(String name) {
            return new StringReader(templates.source(name));
        }

        @Override
        public String resolveRelativePath(String path, String anchor) {
            return path;
        }

        @Override
        public String createCacheKey(String name) {
            return name;
        }

        @Override
        public boolean resourceExists(String name) {
            return templates.has(name);
        }

        @Override
        public void setCharset(String charset) {
            throw new UnsupportedOperationException("templates are texts already");
        }

        @Override
        public void setPrefix(String prefix) {
            throw new UnsupportedOperationException("templates have names, not paths");
        }

        @Override
        public void setSuffix(String suffix) {
            throw new UnsupportedOperationException("templates have names, not paths");
        }
    }

    /** Pebble's own extensions without the tag that turns escaping off and the function that reads resource bundles. */
    private static final class Restricted extends ExtensionCustomizer {

        private final Extension extension;

        Restricted(Extension extension) {
            super(extension);
            this.extension = extension;
        }

        @Override
        public @Nullable List<TokenParser> getTokenParsers() {
            return extension instanceof EscaperExtension ? List.of() : super.getTokenParsers();
        }

        @Override
        public @Nullable Map<String, Function> getFunctions() {
            return extension instanceof I18nExtension ? Map.of() : super.getFunctions();
        }
    }
}
