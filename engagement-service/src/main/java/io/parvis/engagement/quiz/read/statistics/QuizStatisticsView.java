package io.parvis.engagement.quiz.read.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.projection.VersionedView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One row per quiz: a batch of finished attempts reads and writes it once. */
@Entity
@Table(name = "quiz_statistics")
class QuizStatisticsView extends VersionedView {

    @Id
    String quizId;

    String tally;

    protected QuizStatisticsView() {}

    QuizStatisticsView(String quizId) {
        this.quizId = quizId;
        tally(Tally.NONE);
    }

    Tally toTally() {
        try {
            return EventJson.mapper().readValue(tally, Tally.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The statistics of quiz " + quizId + " are broken", broken);
        }
    }

    final void tally(Tally now) {
        try {
            tally = EventJson.mapper().writeValueAsString(now);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
