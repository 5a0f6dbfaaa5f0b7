#include "pictures.h"

#include <string.h>
#include <vips/vips.h>

/* What is wrong with a file is said by what these functions return, not to whoever looks at the terminal. */
static void hush(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data) {}

int seam_pictures_begin(void) {
    if (vips_init("seam")) return 2;
    g_log_set_handler("VIPS", G_LOG_LEVEL_WARNING, hush, NULL);
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    return 0;
}

static int is_taken(const void *bytes, size_t length) {
    static const char *loaders[] = {"VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif",
                                    "VipsForeignLoadHeif"};
    const char *loader = vips_foreign_find_load_buffer(bytes, length);
    if (loader == NULL) return 0;
    for (size_t i = 0; i < sizeof(loaders) / sizeof(loaders[0]); i++) {
        if (strncmp(loader, loaders[i], strlen(loaders[i])) == 0) return 1;
    }
    return 0;
}

int seam_picture_look(const void *bytes, size_t length, int *width, int *height) {
    if (!is_taken(bytes, length)) {
        vips_error_clear();
        return 1;
    }
    VipsImage *image = vips_image_new_from_buffer(bytes, length, "", "access", VIPS_ACCESS_SEQUENTIAL, NULL);
    if (image == NULL) {
        vips_error_clear();
        return 2;
    }
    // A camera that was held upright says so beside the pixels.
    int is_turned = vips_image_get_orientation(image) >= 5;
    *width = is_turned ? vips_image_get_height(image) : vips_image_get_width(image);
    *height = is_turned ? vips_image_get_width(image) : vips_image_get_height(image);
    g_object_unref(image);
    return 0;
}

int seam_picture_shrink(
    const void *bytes, size_t length, int width, int quality, void **shrunk, size_t *shrunk_length, int *shrunk_width,
    int *shrunk_height) {
    VipsImage *image = NULL;
    if (vips_thumbnail_buffer(
            (void *)bytes, length, &image, width, "height", 100000, "size", VIPS_SIZE_DOWN, "export_profile", "srgb", NULL)) {
        vips_error_clear();
        return 2;
    }
    *shrunk_width = vips_image_get_width(image);
    *shrunk_height = vips_image_get_height(image);
    int failed = vips_webpsave_buffer(image, shrunk, shrunk_length, "Q", quality, "effort", 4, "strip", TRUE, NULL);
    g_object_unref(image);
    if (failed) vips_error_clear();
    return failed ? 2 : 0;
}

void seam_picture_free(void *bytes) { g_free(bytes); }
