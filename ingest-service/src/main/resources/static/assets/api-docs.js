// Shows the description of the API. Nothing is asked of, or sent to, any other host.
window.SwaggerUIBundle({
  domNode: document.getElementById('description'),
  url: document.getElementById('description').dataset.url,
  validatorUrl: null,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
});
