package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.AdminPage;
import dev.lockstile.auth.http.settings.ClientAddress;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a host may choose about the pages. Each {@code with} gives a copy in which one thing differs. */
public final class PageSettings {

    private static final Pattern SITE_PATH = Pattern.compile("/([A-Za-z0-9._~-][A-Za-z0-9._~/-]*)?");

    private ClientAddress address = ClientAddress.ofConnection();
    private Clock clock = Clock.systemUTC();
    private @Nullable AdminLists administration;
    private @Nullable Supplier<AdminPage> importRuns;
    private @Nullable String landing;
    private @Nullable String apiDocument;
    private PageOverrides overrides = PageOverrides.none();
    private PageStyle style = PageStyle.defaults();
    private boolean signUp = true;
    private boolean closed;

    private PageSettings() {}

    /** The connection's address, the system's clock, no administration. */
    public static PageSettings defaults() {
        return new PageSettings();
    }

    /** The client address, the clock and the presence of registration as the endpoints have them. */
    public static PageSettings from(HttpSettings endpoints) {
        PageSettings pages = defaults().withClientAddress(endpoints.address()).withClock(endpoints.clock());
        PageSettings copy = endpoints.offersSignUp() ? pages : pages.withoutSignUp();
        copy.closed = endpoints.isWithout(EndpointGroup.SIGN_UP);
        return copy;
    }

    private PageSettings copy() {
        PageSettings copy = new PageSettings();
        copy.address = address;
        copy.clock = clock;
        copy.administration = administration;
        copy.importRuns = importRuns;
        copy.landing = landing;
        copy.apiDocument = apiDocument;
        copy.overrides = overrides;
        copy.style = style;
        copy.signUp = signUp;
        copy.closed = closed;
        return copy;
    }

    /** Another way to tell where a request comes from, such as {@link dev.lockstile.auth.http.settings.TrustedProxies}. */
    public PageSettings withClientAddress(ClientAddress newAddress) {
        PageSettings copy = copy();
        copy.address = Objects.requireNonNull(newAddress);
        return copy;
    }

    /** The clock of the waiting times that pages show; the same as that of {@code Auth}. */
    public PageSettings withClock(Clock newClock) {
        PageSettings copy = copy();
        copy.clock = Objects.requireNonNull(newClock);
        return copy;
    }

    /** Adds the pages of the administration, for superusers alone; without this nobody has them. */
    public PageSettings withAdministration(AdminLists lists) {
        PageSettings copy = copy();
        copy.administration = Objects.requireNonNull(lists);
        return copy;
    }

    /** Adds the list of imports to the administration. */
    public PageSettings withImportRuns(Supplier<AdminPage> newestFirst) {
        PageSettings copy = copy();
        copy.importRuns = Objects.requireNonNull(newestFirst);
        return copy;
    }

    /**
     * Where a person goes after a sign-in that did not begin at another page; without this to the own account.
     *
     * @param path of this site, such as {@code /orders}
     */
    public PageSettings withLandingPage(String path) {
        PageSettings copy = copy();
        copy.landing = sitePath(path);
        return copy;
    }

    /**
     * Adds the page {@code /api}, which shows an OpenAPI document.
     *
     * @param path of the document on this site, such as {@code /api/openapi.json}
     */
    public PageSettings withApiPage(String path) {
        PageSettings copy = copy();
        copy.apiDocument = sitePath(path);
        return copy;
    }

    /** The host's own templates and texts in place of ours of the same name. */
    public PageSettings withOverrides(PageOverrides newOverrides) {
        PageSettings copy = copy();
        copy.overrides = Objects.requireNonNull(newOverrides);
        return copy;
    }

    /** The host's own product name, logo, colours and fonts. */
    public PageSettings withStyle(PageStyle newStyle) {
        PageSettings copy = copy();
        copy.style = Objects.requireNonNull(newStyle);
        return copy;
    }

    /**
     * Leaves registration out: its pages, forms and links are absent, and so is the confirmation of a registration. For
     * hosts that leave out {@link dev.lockstile.auth.http.settings.EndpointGroup#SIGN_UP} as well.
     */
    public PageSettings withoutSignUp() {
        PageSettings copy = copy();
        copy.signUp = false;
        copy.closed = true;
        return copy;
    }

    static boolean isSitePath(String path) {
        return SITE_PATH.matcher(path).matches();
    }

    static String sitePath(String path) {
        if (!isSitePath(path)) {
            throw new IllegalArgumentException("no path of this site, such as /orders: " + path);
        }
        return path;
    }

    ClientAddress address() {
        return address;
    }

    Clock clock() {
        return clock;
    }

    @Nullable
    AdminLists administration() {
        return administration;
    }

    @Nullable
    Supplier<AdminPage> importRuns() {
        return importRuns;
    }

    @Nullable
    String landing() {
        return landing;
    }

    @Nullable
    String apiDocument() {
        return apiDocument;
    }

    PageOverrides overrides() {
        return overrides;
    }

    PageStyle style() {
        return style;
    }

    boolean signUp() {
        return signUp;
    }

    /** True where nobody is to open an account; false where registration is absent for want of passwords alone. */
    boolean isClosed() {
        return closed;
    }
}
