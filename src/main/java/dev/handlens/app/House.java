package dev.handlens.app;

import dev.handlens.lens.FindingsProjector;
import dev.handlens.report.Picture;
import dev.handlens.report.Studio;
import dev.handlens.scenario.Scenario;
import dev.handlens.scenario.ScenarioSchema;
import dev.handlens.ui.Intent;
import dev.handlens.ui.Session;
import dev.handlens.ui.theme.Tints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/// The rooms of the real program, put together.
final class House {
    private House() {}

    /// The wiring that `main` uses.
    static Wiring wiring() {
        return new Wiring(new WindowOpening(), House::draw, StateJson::write, FindingsProjector::project, ScenarioSchema::text, Display::here);
    }

    private static void draw(PictureRequest request) throws UserError, IOException {
        Session session = new Session(request.program(), System::nanoTime, Scenario.Opening.STANDARD);
        session.carryOut(new Intent.FollowProcess(request.presentation()));
        try {
            Studio studio = Toolkit.call(() -> studio(request));
            for (Map.Entry<Long, Path> shot : request.shots().entrySet()) {
                session.carryOut(new Intent.SeekTo(shot.getKey()));
                session.finish();
                if (request.select() != null) {
                    session.carryOut(new Intent.Select(Marked.find(session.timeline(), request.select())));
                }
                BufferedImage picture = Toolkit.call(() -> studio.take(session.frame()));
                AtomicFile.write(shot.getValue(), out -> {
                    Picture.write(picture, out);
                    return true;
                });
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the picture could not be drawn", failed.getCause());
        }
    }

    private static Studio studio(PictureRequest request) {
        int width = request.size().width();
        int height = request.size().height();
        if (request.presentation()) {
            return Studio.ofPresentation(width, height, request.theme(), Tints.GREEN_RED);
        }
        if (request.pane() == null) {
            return Studio.ofWindow(width, height, request.theme(), Tints.GREEN_RED, false);
        }
        return Studio.ofPane(width, height, request.theme(), Tints.GREEN_RED, panes -> switch (request.pane()) {
            case WALKTHROUGH -> panes.walkthroughSlot();
            case PROCESSES -> panes.processesSlot();
            case HANDLES -> panes.handlesSlot();
            case TABLE -> panes.tableSlot();
            case TRACE -> panes.traceSlot();
            case GRAPH -> panes.graphAlone();
            case PROPERTIES -> panes.propertiesSlot();
            case FINDINGS -> panes.findingsAlone();
            case POOL -> panes.poolSlot();
            case TIMELINE -> panes.timelineSlot();
        });
    }
}
