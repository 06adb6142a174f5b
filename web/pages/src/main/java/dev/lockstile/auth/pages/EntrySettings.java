package dev.lockstile.auth.pages;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the sign-in and registration pages. Each {@code with} method returns a copy with one setting changed.
 */
public final class EntrySettings {

    private static final Pattern SITE = Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/?&=%#-]*)?");

    private boolean onOnePage;
    private boolean oneName;
    private @Nullable String terms;
    private @Nullable String privacy;
    private Map<PageEnd, String> landings = Map.of();
    private List<SignInWay> ways = List.of(SignInWay.values());

    private EntrySettings() {}

    /** {@return settings that ask for the identifier first, with all sign-in methods} */
    public static EntrySettings defaults() {
        return new EntrySettings();
    }

    private EntrySettings copy() {
        EntrySettings copy = new EntrySettings();
        copy.onOnePage = onOnePage;
        copy.oneName = oneName;
        copy.landings = landings;
        copy.terms = terms;
        copy.privacy = privacy;
        copy.ways = ways;
        return copy;
    }

    /** {@return a copy that asks for the identifier and the password on one page} */
    public EntrySettings withSignInOnOnePage() {
        EntrySettings copy = copy();
        copy.onOnePage = true;
        return copy;
    }

    /**
     * {@return a copy that offers these sign-in methods, in this order} Methods that the host does not offer are left
     * out.
     *
     * @param inOrder each once, at least one
     */
    public EntrySettings withWays(SignInWay... inOrder) {
        List<SignInWay> chosen =
                Arrays.stream(inOrder).map(Objects::requireNonNull).distinct().toList();
        if (chosen.isEmpty() || chosen.size() < inOrder.length) {
            throw new IllegalArgumentException("name each way to sign in once, and at least one");
        }
        EntrySettings copy = copy();
        copy.ways = chosen;
        return copy;
    }

    /** {@return a copy whose registration has one field for the whole name} It is stored as the first name. */
    public EntrySettings withOneNameField() {
        EntrySettings copy = copy();
        copy.oneName = true;
        return copy;
    }

    /**
     * {@return a copy that links to the terms and conditions, in the registration form and the footer of every page}
     *
     * @param address a path of this site such as {@code /terms}, or an https address
     */
    public EntrySettings withTerms(String address) {
        EntrySettings copy = copy();
        copy.terms = checked(address);
        return copy;
    }

    /**
     * {@return a copy that links to the privacy notice, in the registration form and the footer of every page}
     *
     * @param address a path of this site such as {@code /privacy}, or an https address
     */
    public EntrySettings withPrivacy(String address) {
        EntrySettings copy = copy();
        copy.privacy = checked(address);
        return copy;
    }

    /**
     * {@return a copy with a page of the host to which the browser is redirected after a flow} The page at which the
     * flow was started takes precedence. For the page after a sign-in use {@link PageSettings#withLandingPage}.
     *
     * @param end the flow, such as {@link PageEnd#SIGN_OUT}
     * @param path of this site, such as {@code /goodbye}
     */
    public EntrySettings withLandingPage(PageEnd end, String path) {
        Map<PageEnd, String> more = new EnumMap<>(PageEnd.class);
        more.putAll(landings);
        more.put(end, SitePath.plain(path));
        EntrySettings copy = copy();
        copy.landings = Map.copyOf(more);
        return copy;
    }

    private static String checked(String address) {
        return SITE.matcher(address).matches() ? address : SitePath.plain(address);
    }

    /** Where that end leads; the start page of the pages without a page of the host. */
    Reply after(PageEnd end) {
        String path = landings.get(end);
        return path == null ? Reply.go("/") : Reply.leave(path);
    }

    /** The same after a sign-in, with the landing page in place of the start page. */
    String landing(PageEnd end, PageRequest request) {
        String next = request.signInNext();
        return next.isEmpty() ? landings.getOrDefault(end, request.landing()) : next;
    }

    boolean hasOneName() {
        return oneName;
    }

    @Nullable
    String terms() {
        return terms;
    }

    @Nullable
    String privacy() {
        return privacy;
    }

    boolean isIdentifierFirst() {
        return !onOnePage;
    }

    List<SignInWay> ways() {
        return ways;
    }

    boolean offers(SignInWay way) {
        return ways.contains(way);
    }
}
