#ifndef SEAM_PICTURES_H
#define SEAM_PICTURES_H

#include <stddef.h>

/// Starts libvips for this process: one thread for each picture, nothing remembered, and only the decoders that are
/// meant for files from strangers. Returns 0 when it works.
int seam_pictures_begin(void);

/// How wide and high a picture is, as it shall be looked at. Reads only its head.
/// Returns 0, 1 when it is no JPEG, PNG, WebP, GIF, HEIC or AVIF, 2 when it cannot be read.
int seam_picture_look(const void *bytes, size_t length, int *width, int *height);

/// The picture as WebP, upright, in sRGB, without what cameras write into it, at most `width` wide.
/// Returns 0 and bytes that are to be given to `seam_picture_free`, or 2.
int seam_picture_shrink(
    const void *bytes, size_t length, int width, int quality, void **shrunk, size_t *shrunk_length, int *shrunk_width,
    int *shrunk_height);

void seam_picture_free(void *bytes);

#endif
