package dev.lockstile.auth.passkey.internal.ceremony;

/** The members that both ceremonies have of a credential in JSON. */
record ShownCredential(CredentialBytes id, CredentialBytes clientData, StrictJson response) {

    static ShownCredential read(String credential) throws CeremonyException {
        StrictJson json = StrictJson.read(credential);
        if (!json.text("type").equals("public-key")) {
            throw new CeremonyException(CeremonyRefusal.MALFORMED);
        }
        CredentialBytes id = json.bytes("id");
        if (!json.bytes("rawId").equals(id)) {
            throw new CeremonyException(CeremonyRefusal.CREDENTIAL_ID);
        }
        StrictJson response = json.object("response");
        return new ShownCredential(id, response.bytes("clientDataJSON"), response);
    }
}
