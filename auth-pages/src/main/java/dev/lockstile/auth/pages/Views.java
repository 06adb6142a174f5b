package dev.lockstile.auth.pages;

import dev.lockstile.auth.token.Caller;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders the page of an answer with what all templates may show. */
final class Views {

    static final String FLASH = "said";

    private final TemplateEngine engine;
    private final Map<String, @Nullable Object> always = new HashMap<>();

    Views(PageSettings settings) {
        this.engine = new TemplateEngine(new PageTemplates(settings.overrides().templates()));
        always.put("dev", settings.dev());
        always.put("api", settings.apiDocument() != null);
        always.put("administration", settings.administration() != null);
        always.put("logo", settings.style().logo());
        always.put("icon", settings.style().icon());
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
        return engine.render(page.template(), model);
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
}
