package hadamask.segment;

import hadamask.segment.plane.AlphaUse;

/// The evidence of [NetworkCutting] without hints: where a network sees the object.
///
/// @param alpha what the alpha of a pixel means
/// @param network the name of its file
/// @param width columns of the map that the network gave
/// @param height rows of it
/// @param object pixels of the mask that follows, with the mean probability that they are of the object
/// @param rest the other pixels, with the same
public record NetworkMask(AlphaUse alpha, String network, int width, int height, ObjectCut.Part object,
        ObjectCut.Part rest) implements Evidence {}
