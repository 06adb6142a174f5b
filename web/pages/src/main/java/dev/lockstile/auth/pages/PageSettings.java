package dev.lockstile.auth.pages;

import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.admin.HostList;
import dev.lockstile.auth.http.settings.ClientAddress;
import dev.lockstile.auth.http.settings.EndpointGroup;
import dev.lockstile.auth.http.settings.HttpSettings;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings of the pages. Each {@code with} method returns a copy with one setting changed. */
public final class PageSettings {

    private HttpSettings endpoints = HttpSettings.defaults();
    private @Nullable AdminLists administration;
    private @Nullable Supplier<AdminLists.Page> importRuns;
    private List<HostList> hostLists = List.of();
    private @Nullable String landing;
    private @Nullable String apiDocument;
    private PageOverrides overrides = PageOverrides.none();
    private PageStyle style = PageStyle.defaults();
    private EntrySettings entry = EntrySettings.defaults();
    private boolean signUp = true;
    private boolean closed;

    private PageSettings() {}

    /**
     * {@return settings with the connection's address as the client address, the system's clock and no administration
     * pages}
     */
    public static PageSettings defaults() {
        return new PageSettings();
    }

    /**
     * {@return settings with the client address, clock, request ids and registration of the endpoints}
     *
     * @param endpoints of the same application
     */
    public static PageSettings from(HttpSettings endpoints) {
        PageSettings copy = endpoints.offersSignUp() ? defaults() : defaults().withoutSignUp();
        copy.endpoints = endpoints;
        copy.closed = endpoints.isWithout(EndpointGroup.SIGN_UP);
        return copy;
    }

    private PageSettings copy() {
        PageSettings copy = new PageSettings();
        copy.endpoints = endpoints;
        copy.administration = administration;
        copy.importRuns = importRuns;
        copy.hostLists = hostLists;
        copy.landing = landing;
        copy.apiDocument = apiDocument;
        copy.overrides = overrides;
        copy.style = style;
        copy.entry = entry;
        copy.signUp = signUp;
        copy.closed = closed;
        return copy;
    }

    /**
     * {@return a copy with another way to determine the client address}
     *
     * @param newAddress such as {@link dev.lockstile.auth.http.settings.TrustedProxies}
     */
    public PageSettings withClientAddress(ClientAddress newAddress) {
        PageSettings copy = copy();
        copy.endpoints = endpoints.withClientAddress(newAddress);
        return copy;
    }

    /**
     * {@return a copy with another clock, for the waiting times on pages}
     *
     * @param newClock the clock of {@code Auth}
     */
    public PageSettings withClock(Clock newClock) {
        PageSettings copy = copy();
        copy.endpoints = endpoints.withClock(newClock);
        return copy;
    }

    /**
     * {@return a copy with the administration pages, for superusers, and for staff by their permissions} Off by
     * default.
     *
     * @param lists the lists of the pages, such as {@code JpaAuthStore.adminLists()}
     */
    public PageSettings withAdministration(AdminLists lists) {
        PageSettings copy = copy();
        copy.administration = Objects.requireNonNull(lists);
        return copy;
    }

    /**
     * {@return a copy with the list of imports in the administration pages}
     *
     * @param newestFirst called each time the page is opened
     */
    public PageSettings withImportRuns(Supplier<AdminLists.Page> newestFirst) {
        PageSettings copy = copy();
        copy.importRuns = Objects.requireNonNull(newestFirst);
        return copy;
    }

    /**
     * {@return a copy with another list of the host's own rows in the administration pages} Its address is below
     * {@code /admin/lists/}; superusers and staff with the permission that it names can open it. It requires
     * {@link #withAdministration}.
     *
     * @param list for instance a {@code JpaHostList}
     * @throws IllegalArgumentException when there is already a list of that name
     */
    public PageSettings withHostList(HostList list) {
        String name = list.description().name();
        if (hostLists.stream().anyMatch(other -> other.description().name().equals(name))) {
            throw new IllegalArgumentException("there are two lists named " + name);
        }
        PageSettings copy = copy();
        copy.hostLists = Stream.concat(hostLists.stream(), Stream.of(list)).toList();
        return copy;
    }

    /**
     * {@return a copy with another page after a sign-in that was not started from a page; by default the account page}
     *
     * @param path of this site, such as {@code /orders}
     */
    public PageSettings withLandingPage(String path) {
        PageSettings copy = copy();
        copy.landing = SitePath.plain(path);
        return copy;
    }

    /**
     * {@return a copy with the page {@code /api}, which shows an OpenAPI document}
     *
     * @param path of the document on this site, such as {@code /api/openapi.json}
     */
    public PageSettings withApiPage(String path) {
        PageSettings copy = copy();
        copy.apiDocument = SitePath.plain(path);
        return copy;
    }

    /**
     * {@return a copy with the host's templates and texts in place of the built-in ones of the same name}
     *
     * @param newOverrides checked when the servlet is created
     */
    public PageSettings withOverrides(PageOverrides newOverrides) {
        PageSettings copy = copy();
        copy.overrides = Objects.requireNonNull(newOverrides);
        return copy;
    }

    /**
     * {@return a copy with the host's own product name, logo, colours and fonts}
     *
     * @param newStyle checked when the servlet is created
     */
    public PageSettings withStyle(PageStyle newStyle) {
        PageSettings copy = copy();
        copy.style = Objects.requireNonNull(newStyle);
        return copy;
    }

    /**
     * {@return a copy with other settings of sign-in and registration}
     *
     * @param newEntry the settings, such as the order of sign-in methods
     */
    public PageSettings withEntry(EntrySettings newEntry) {
        PageSettings copy = copy();
        copy.entry = Objects.requireNonNull(newEntry);
        return copy;
    }

    /**
     * {@return a copy without registration: without its pages, forms and links, and without the confirmation of a
     * registration} For hosts that also leave out {@link dev.lockstile.auth.http.settings.EndpointGroup#SIGN_UP}.
     */
    public PageSettings withoutSignUp() {
        PageSettings copy = copy();
        copy.signUp = false;
        copy.closed = true;
        return copy;
    }

    /** Of the endpoints of the same application: the client address, the clock and the ids of failures are theirs. */
    HttpSettings endpoints() {
        return endpoints;
    }

    Clock clock() {
        return endpoints.clock();
    }

    @Nullable
    AdminLists administration() {
        return administration;
    }

    @Nullable
    Supplier<AdminLists.Page> importRuns() {
        return importRuns;
    }

    List<HostList> hostLists() {
        return hostLists;
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

    EntrySettings entry() {
        return entry;
    }

    boolean signUp() {
        return signUp;
    }

    /** True where no account is to be opened; false where registration is absent for want of passwords alone. */
    boolean isClosed() {
        return closed;
    }
}
