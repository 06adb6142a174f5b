package dev.lockstile.auth.pages;

import dev.lockstile.auth.token.Caller;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The templates. All that is put into one is escaped; a name that a template gets wrong is an error, not a blank. */
final class Views {

    static final String FLASH = "said";

    private final PebbleEngine engine;
    private final Map<String, @Nullable Object> always = new HashMap<>();

    Views(PageSettings settings) {
        ClasspathLoader loader = new ClasspathLoader(Views.class.getClassLoader());
        loader.setPrefix("dev/lockstile/auth/pages");
        loader.setSuffix(".html");
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .extension(new Filling())
                .build();
        always.put("dev", settings.dev());
        always.put("api", settings.apiDocument() != null);
        always.put("administration", settings.administration() != null);
    }

    String render(Reply.Page page, Visit visit) throws IOException {
        Map<String, @Nullable Object> model = new HashMap<>(always);
        Caller caller = visit.caller();
        Texts texts = visit.texts();
        model.put("t", texts.words());
        model.put("base", visit.site(""));
        model.put("lang", texts.language());
        model.put("languages", Texts.LANGUAGES);
        model.put("csrf", visit.csrf());
        model.put("kept", visit.keptQuery());
        model.put("signedIn", caller != null);
        model.put("said", said(visit));
        model.put("refused", null);
        model.put("form", visit.fields());
        model.putAll(page.model());
        StringWriter out = new StringWriter();
        engine.getTemplate(page.template()).evaluate(out, model);
        return out.toString();
    }

    private static @Nullable String said(Visit visit) {
        String what = visit.cookies().get(FLASH);
        if (what == null) {
            return null;
        }
        visit.cookies().clear(FLASH);
        String key = "said." + what;
        return visit.texts().has(key) ? visit.texts().say(key) : null;
    }

    /** {@code {{ t['code.sent'] | fill(contact) }}}: values in the places of a text; what comes out is escaped. */
    private static final class Filling extends AbstractExtension {

        @Override
        public Map<String, Filter> getFilters() {
            return Map.of("fill", new FillFilter());
        }
    }

    private static final class FillFilter implements Filter {

        @Override
        public List<String> getArgumentNames() {
            return List.of("value");
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return Texts.fill(String.valueOf(input), List.of(arguments.get("value")));
        }
    }
}
