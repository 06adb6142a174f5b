package dev.lockstile.auth.pages;

import dev.lockstile.auth.token.Caller;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renders the page of an answer with what all templates may show. */
final class PageRenderer {

    static final String FLASH = "said";

    /** In the model of a page: when a refused call may be tried again. */
    static final String RETRY_AT = "retryAt";

    private static final Pattern SAID = Pattern.compile("([a-z-]{1,40})(?:\\.([A-Za-z0-9-]{1,64}))?");

    private final TemplateEngine engine;
    private final List<String> languages;
    private final AdminHome adminHome;
    private final Map<String, @Nullable Object> always = new HashMap<>();

    /**
     * @param adminHome where the menu leads to in the administration
     * @param shortestPassword of the policy, in characters
     * @param loginLinks whether people sign in by a link
     * @param passkeys whether people sign in with passkeys
     * @param providers the names of the sites that people sign in with
     */
    PageRenderer(
            PageSettings settings,
            AdminHome adminHome,
            int shortestPassword,
            boolean loginLinks,
            boolean passkeys,
            List<String> providers) {
        this.languages = Texts.languages(settings.overrides());
        this.adminHome = adminHome;
        this.engine = new TemplateEngine(new PageTemplates(settings.overrides().templates()));
        always.put("signUp", settings.signUp());
        always.put("loginLinks", loginLinks);
        always.put("passkeys", passkeys);
        always.put("sites", TemplateValues.sites(providers));
        always.put("passwordMin", shortestPassword);
        always.put("oneName", settings.entry().hasOneName());
        always.put("terms", settings.entry().terms());
        always.put("privacy", settings.entry().privacy());
        always.put("identifierFirst", settings.entry().isIdentifierFirst());
        always.putAll(OfferedWays.of(settings.entry(), loginLinks, passkeys, !providers.isEmpty())
                .shown());
        always.put("api", settings.apiDocument() != null);
        always.put("administration", settings.administration() != null);
        always.put("logo", settings.style().logo());
        always.put("icon", settings.style().icon());
    }

    String render(Reply.Page page, PageRequest request) throws IOException {
        Map<String, @Nullable Object> model = new HashMap<>(always);
        Caller caller = request.caller();
        Texts texts = request.texts();
        model.put("page", page.template());
        model.put("base", request.site(""));
        model.put("lang", texts.language());
        model.put("languages", languages);
        model.put("csrf", request.csrf());
        model.put("kept", request.keptQuery());
        model.put("next", request.next(""));
        model.put("nextQuery", PageRequest.query(request.next("")));
        model.put("signedIn", caller != null);
        model.put("adminHome", caller == null ? null : adminHome.path(caller));
        model.put("acting", caller != null && caller.actor().isPresent());
        model.put("who", who(page, request));
        model.put("times", request.times());
        model.put("said", said(request, page));
        model.put("refused", null);
        model.put("ownTitle", null);
        model.put("first", false);
        model.put("form", request.fields());
        model.putAll(page.model());
        model.put("above", model.containsKey("above") ? model.get("above") : model.get("refused"));
        model.put("t", words(texts, request.times(), model.get(RETRY_AT)));
        model.put("problems", model.get("form") instanceof Fields fields ? fields.problems() : List.of());
        return engine.render(page.template(), model);
    }

    /** Where a refusal says when to try again, its sentence does. */
    private static Map<String, String> words(Texts texts, Times times, @Nullable Object retryAt) {
        if (!(retryAt instanceof Instant time)) {
            return texts.words();
        }
        Map<String, String> words = new HashMap<>(texts.words());
        words.put("refused.throttled", texts.say("refused.throttledUntil", times.until(time)));
        return words;
    }

    /**
     * The page of an error is one and the same for what is not there and for what is not shown, so it names no account.
     */
    private static @Nullable Map<String, Object> who(Reply.Page page, PageRequest request) {
        Who who = request.who();
        return who == null || page.template().equals("error") ? null : who.shown();
    }

    /** What was done and, behind a point, to which account: its name where this page shows it, else its key. */
    private static @Nullable String said(PageRequest request, Reply.Page page) {
        String told = request.cookies().get(FLASH);
        if (told == null) {
            return null;
        }
        request.cookies().clear(FLASH);
        Matcher read = SAID.matcher(told);
        if (!read.matches() || !request.texts().has("said." + read.group(1))) {
            return null;
        }
        String user = read.group(2) == null ? "" : read.group(2);
        Object whom = user.equals(page.model().get("id")) ? page.model().get("whom") : null;
        return request.texts().say("said." + read.group(1), whom == null ? user : whom);
    }
}
