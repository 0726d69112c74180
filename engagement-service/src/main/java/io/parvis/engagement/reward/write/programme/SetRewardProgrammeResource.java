package io.parvis.engagement.reward.write.programme;

import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.reward.RewardProgramme;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/reward-programme")
@Tag(name = "Rewards")
class SetRewardProgrammeResource {

    private final Answers answers;

    SetRewardProgrammeResource(Answers answers) {
        this.answers = answers;
    }

    @PUT
    @Allowed(Role.ADMIN)
    @Operation(
            summary = "Set the reward programme",
            description = "In force from now on; what happened before is judged by the version in force at its time."
                    + " `rules` say what earns points by itself: `contest-entered`, `quiz-passed`,"
                    + " `fan-became-customer` (the fan's own bonus), `referral-converted` (the bonus of whoever's share link"
                    + " that fan came through); with a `campaignId` only that contest or quiz does. All rules that match"
                    + " add up, as far as the `cap` allows. Points expire at a `fixed` time, or `rolling` `days` after"
                    + " they were earned, or `sliding` `days` after the fan last earned, reserved or burned any: at the"
                    + " end of that day in the `timeZone`, beyond 92 days at the end of the month. What is"
                    + " earned (by `earn`, by a rule, or as an adjustment, either way) in the `tiers`' `period` (`lifetime`,"
                    + " `calendar-year`, `rolling` for as many `months`, to the end of the month) reaches a tier at once;"
                    + " who no longer has its points keeps it for `graceDays` and then falls to what the points give."
                    + " Other `tiers` hold for a fan from the next movement of points or end of a grace; a grace"
                    + " already running is not prolonged. Setting what is in force changes nothing. Takes the role"
                    + " admin.")
    @APIResponse(responseCode = "204", description = "It is in force.")
    @APIResponse(responseCode = "404", description = "`brand-not-found`")
    @APIResponse(responseCode = "409", description = "`brand-is-archived`")
    public Uni<Response> set(String brandId, @NotNull RewardProgramme programme) {
        return answers.done(new SetRewardProgramme(new BrandId(brandId), programme));
    }
}
