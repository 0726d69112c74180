package io.parvis.engagement.contest.read.published;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.web.PublicAnswers;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.engagement.drawing.DrawKeys;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/public/draw-keys")
@Tag(name = "Public")
@Produces(MediaType.APPLICATION_JSON)
@ReadsFrom({})
class PublicDrawKeysResource {

    /** The next key is announced long before it signs. */
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final DrawKeys keys;
    private final PublicAnswers answers;

    PublicDrawKeysResource(DrawKeys keys, PublicAnswers answers) {
        this.keys = keys;
        this.answers = answers;
    }

    /**
     * What is answered, for the document alone; the form is that of the specification.
     *
     * @param format {@code parvis-draw-keys-1}
     * @param inUse the id of the key that signs now
     * @param keys that one, then those that will sign or have signed
     * @param signatures by each key whose private half the service has, over the canonical JSON of all but them
     */
    @Schema(name = "DrawKeys")
    record Shown(String format, String inUse, List<KeyShown> keys, List<SignatureShown> signatures) {

        /**
         * @param id the first 16 hex digits of the SHA-256 of the 32 bytes of the key
         * @param publicKey Ed25519, 32 bytes in hexadecimal
         */
        @Schema(name = "DrawKey")
        record KeyShown(String id, String publicKey) {}

        /** In hexadecimal. */
        @Schema(name = "DrawKeysSignature")
        record SignatureShown(String keyId, String signature) {}
    }

    @GET
    @Allowed.ToEverybody
    @Operation(
            summary = "The keys that sign draws",
            description =
                    "Every key with which receipts, closings and proofs are, will be or were signed: what a retired one"
                            + " signed is verified with it (docs/draw-proof.md). Write the set down together with the"
                            + " commitments: it is signed by the key in use, and while one key follows another by both."
                            + " Caches may keep it for 10 minutes. No token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "`parvis-draw-keys-1`",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Shown.class)))
    public Uni<Response> read() {
        return Uni.createFrom().item(answers.of(keys.published(), A_WHILE));
    }
}
