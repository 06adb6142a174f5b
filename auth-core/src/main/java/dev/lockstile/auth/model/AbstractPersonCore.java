package dev.lockstile.auth.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * A person with the papers, contacts and address that many hosts keep. For the host's own tables: no flow of the
 * library reads it, and its contact data never signs anybody in.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class AbstractPersonCore extends AbstractPersonData {

    @Column(name = "national_id", length = 50)
    private @Nullable String nationalId;

    @Column(name = "tax_id", length = 50)
    private @Nullable String taxId;

    @Column(name = "contact_email", length = 254)
    private @Nullable String contactEmail;

    @Column(name = "mobile_phone", length = 32)
    private @Nullable String mobilePhone;

    @Column(name = "address_line_1", length = 255)
    private @Nullable String addressLine1;

    @Column(name = "address_line_2", length = 255)
    private @Nullable String addressLine2;

    @Column(name = "city", length = 100)
    private @Nullable String city;

    @Column(name = "region", length = 100)
    private @Nullable String region;

    @Column(name = "country_code", length = 2)
    private @Nullable String countryCode;

    @Column(name = "postal_code", length = 20)
    private @Nullable String postalCode;

    public @Nullable String getNationalId() {
        return nationalId;
    }

    public void setNationalId(@Nullable String nationalId) {
        this.nationalId = nationalId;
    }

    public @Nullable String getTaxId() {
        return taxId;
    }

    public void setTaxId(@Nullable String taxId) {
        this.taxId = taxId;
    }

    public @Nullable String getContactEmail() {
        return contactEmail;
    }

    public void setContactEmail(@Nullable String contactEmail) {
        this.contactEmail = contactEmail;
    }

    public @Nullable String getMobilePhone() {
        return mobilePhone;
    }

    public void setMobilePhone(@Nullable String mobilePhone) {
        this.mobilePhone = mobilePhone;
    }

    public @Nullable String getAddressLine1() {
        return addressLine1;
    }

    public void setAddressLine1(@Nullable String addressLine1) {
        this.addressLine1 = addressLine1;
    }

    public @Nullable String getAddressLine2() {
        return addressLine2;
    }

    public void setAddressLine2(@Nullable String addressLine2) {
        this.addressLine2 = addressLine2;
    }

    public @Nullable String getCity() {
        return city;
    }

    public void setCity(@Nullable String city) {
        this.city = city;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    /** ISO 3166-1 alpha-2. */
    public @Nullable String getCountryCode() {
        return countryCode;
    }

    public void setCountryCode(@Nullable String countryCode) {
        this.countryCode = countryCode;
    }

    public @Nullable String getPostalCode() {
        return postalCode;
    }

    public void setPostalCode(@Nullable String postalCode) {
        this.postalCode = postalCode;
    }
}
